def tree_diameter(edges: list[tuple[int, int, int]]) -> int:
    """Return the largest distance between two nodes of a tree given by (a, b, length) edges; 0 without edges.

    Use when: worst-case latency or extent of a hierarchy is measured.
    Complexity: O(nodes).
    Source: the farthest node from anywhere is one end of a longest path.
    """
    adjacent: dict[int, list[tuple[int, int]]] = {}
    for a, b, length in edges:
        adjacent.setdefault(a, []).append((b, length))
        adjacent.setdefault(b, []).append((a, length))

    def farthest(start: int) -> tuple[int, int]:
        best, stack = (0, start), [(start, -1, 0)]
        while stack:
            node, parent, distance = stack.pop()
            best = max(best, (distance, node))
            stack += [(other, node, distance + length) for other, length in adjacent[node] if other != parent]
        return best

    if not edges:
        return 0
    if len(edges) != len(adjacent) - 1:
        raise ValueError(f"{len(adjacent)} nodes with {len(edges)} edges are no tree")
    _, end = farthest(edges[0][0])
    return farthest(end)[0]


EXAMPLES = [(([(0, 1, 3), (1, 2, 4), (1, 3, 2)],), 7), (([],), 0), (([(5, 9, 1)],), 1)]
REFUSED = [([(0, 1, 1), (1, 2, 1), (2, 0, 1)],)]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 8)
        yield ([(random.randrange(i), i, random.randint(0, 9)) for i in range(1, n)],)


def oracle(edges):
    nodes = {n for a, b, _ in edges for n in (a, b)}
    far = {(a, b): 0 if a == b else 999 for a in nodes for b in nodes}
    for a, b, length in edges:
        far[a, b] = far[b, a] = length
    for k in nodes:
        for i in nodes:
            for j in nodes:
                far[i, j] = min(far[i, j], far[i, k] + far[k, j])
    return max(far.values(), default=0)
