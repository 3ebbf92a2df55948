from heapq import heapify, heappop, heappush


def pruefer_sequence(nodes: int, edges: list[tuple[int, int]]) -> list[int]:
    """Encode a labelled tree on nodes 0..n-1 (n at least 2) as its Prüfer sequence of n - 2 labels.

    Use when: trees are stored, compared or counted compactly.
    Complexity: O(n log n).
    Source: Prüfer 1918: cut the smallest leaf, write down its neighbour.
    """
    if nodes < 2 or len(edges) != nodes - 1:
        raise ValueError(f"{nodes} nodes with {len(edges)} edges are not the tree that was expected")
    adjacent: list[set[int]] = [set() for _ in range(nodes)]
    for a, b in edges:
        adjacent[a].add(b)
        adjacent[b].add(a)
    leaves = [node for node in range(nodes) if len(adjacent[node]) == 1]
    heapify(leaves)
    sequence = []
    while len(sequence) < nodes - 2:
        leaf = heappop(leaves)
        neighbour = adjacent[leaf].pop()
        adjacent[neighbour].discard(leaf)
        sequence.append(neighbour)
        if len(adjacent[neighbour]) == 1:
            heappush(leaves, neighbour)
    return sequence


EXAMPLES = [
    ((6, [(0, 3), (1, 3), (2, 3), (3, 4), (4, 5)]), [3, 3, 3, 4]),
    ((2, [(0, 1)]), []),
    ((3, [(2, 0), (0, 1)]), [0]),
]
REFUSED = [(1, []), (3, [(0, 1)])]


def inputs(random):
    for _ in range(150):
        n = random.randint(2, 9)
        names = random.sample(range(n), n)
        yield n, [(names[random.randrange(i)], names[i]) for i in range(1, n)]


def property_decodes_to_the_tree(result, nodes, edges):
    degree = [1 + result.count(v) for v in range(nodes)]
    decoded = []
    for v in result:
        leaf = degree.index(1)
        decoded.append(frozenset((leaf, v)))
        degree[leaf] -= 1
        degree[v] -= 1
    decoded.append(frozenset(v for v in range(nodes) if degree[v] == 1))
    return set(decoded) == {frozenset(e) for e in edges}
