def two_colouring(nodes: int, edges: list[tuple[int, int]]) -> list[int] | None:
    """Colour nodes 0 and 1 so that every edge joins different colours, or None; each component's first node is 0.

    Use when: two teams, bipartiteness or parity conflicts are decided.
    Complexity: O(nodes + edges).
    Source: a graph is bipartite exactly when it has no odd cycle (König 1916).
    """
    adjacent: list[list[int]] = [[] for _ in range(nodes)]
    for a, b in edges:
        adjacent[a].append(b)
        adjacent[b].append(a)
    colour = [-1] * nodes
    for root in range(nodes):
        if colour[root] >= 0:
            continue
        colour[root], stack = 0, [root]
        while stack:
            node = stack.pop()
            for other in adjacent[node]:
                if colour[other] < 0:
                    colour[other] = 1 - colour[node]
                    stack.append(other)
                elif colour[other] == colour[node]:
                    return None
    return colour


EXAMPLES = [
    ((4, [(0, 1), (1, 2), (2, 3)]), [0, 1, 0, 1]),
    ((3, [(0, 1), (1, 2), (2, 0)]), None),
    ((0, []), []),
    ((1, [(0, 0)]), None),
]


def inputs(random):
    for _ in range(200):
        n = random.randint(1, 6)
        yield n, [(random.randrange(n), random.randrange(n)) for _ in range(random.randint(0, 6))]


def oracle(nodes, edges):
    for mask in range(1 << nodes):  # the first node is the highest bit, so that zeros come first
        colour = [mask >> (nodes - 1 - i) & 1 for i in range(nodes)]
        if all(colour[a] != colour[b] for a, b in edges):
            return colour
    return None
