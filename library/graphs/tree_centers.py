def tree_centers(nodes: int, edges: list[tuple[int, int]]) -> list[int]:
    """Return the one or two nodes of a tree whose greatest distance to any other is least, sorted.

    Use when: a hub, root or balanced orientation of a tree is chosen.
    Complexity: O(nodes).
    Source: Jordan 1869: take away all leaves again and again.
    """
    adjacent: list[set[int]] = [set() for _ in range(nodes)]
    for a, b in edges:
        adjacent[a].add(b)
        adjacent[b].add(a)
    left = set(range(nodes))
    while len(left) > 2:
        leaves = [node for node in left if len(adjacent[node]) == 1]
        if not leaves:
            raise ValueError("the graph is no tree")
        for leaf in leaves:
            left.discard(leaf)
            for other in adjacent[leaf]:
                adjacent[other].discard(leaf)
    return sorted(left)


EXAMPLES = [
    ((4, [(1, 0), (1, 2), (1, 3)]), [1]),
    ((6, [(0, 3), (1, 3), (2, 3), (4, 3), (5, 4)]), [3, 4]),
    ((1, []), [0]),
    ((0, []), []),
]
REFUSED = [(3, [(0, 1), (1, 2), (2, 0)])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 9)
        yield n, [(random.randrange(i), i) for i in range(1, n)]


def oracle(nodes, edges):
    def reach(node, parent):
        return max(
            (1 + reach(a + b - node, node) for a, b in edges if node in (a, b) and a + b - node != parent), default=0
        )

    far = [reach(n, -1) for n in range(nodes)]
    return [n for n in range(nodes) if far[n] == min(far)]
