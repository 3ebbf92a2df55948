from heapq import heapify, heappop, heappush


def tree_from_pruefer(sequence: list[int]) -> list[tuple[int, int]]:
    """Decode a Prüfer sequence of n - 2 labels below n into the sorted edges (a, b), a < b, of its tree.

    Use when: random labelled trees are drawn, or stored ones restored.
    Complexity: O(n log n).
    Source: Prüfer 1918.
    """
    size = len(sequence) + 2
    if any(not 0 <= label < size for label in sequence):
        raise ValueError(f"a label is not in 0 to {size - 1}")
    degree = [1] * size
    for label in sequence:
        degree[label] += 1
    leaves = [node for node in range(size) if degree[node] == 1]
    heapify(leaves)
    edges = []
    for label in sequence:
        leaf = heappop(leaves)
        edges.append((min(leaf, label), max(leaf, label)))
        degree[label] -= 1
        if degree[label] == 1:
            heappush(leaves, label)
    edges.append((heappop(leaves), heappop(leaves)))
    return sorted(edges)


EXAMPLES = [(([3, 3, 3, 4],), [(0, 3), (1, 3), (2, 3), (3, 4), (4, 5)]), (([],), [(0, 1)]), (([0],), [(0, 1), (0, 2)])]
REFUSED = [([3],), ([-1],)]


def inputs(random):
    for _ in range(200):
        n = random.randint(2, 9)
        yield ([random.randrange(n) for _ in range(n - 2)],)


def property_is_a_tree_with_those_degrees(result, sequence):
    n = len(sequence) + 2
    group = {0}
    for _ in range(n):
        group |= {x for e in result if group & set(e) for x in e}
    degrees = [sum(v in e for e in result) - 1 for v in range(n)]
    return len(result) == n - 1 and len(group) == n and degrees == [sequence.count(v) for v in range(n)]


def property_different_sequences_give_different_trees(result, sequence):
    changed = [(label + 1) % (len(sequence) + 2) for label in sequence]
    return not sequence or tree_from_pruefer(changed) != result
