def greedy_colouring(nodes: int, edges: list[tuple[int, int]]) -> list[int]:
    """Colour the nodes of a graph without loops so that neighbours differ, with few colours from 0 up.

    Use when: exams, registers or frequencies are assigned and an optimum is not needed.
    Complexity: O(nodes^2 + edges).
    Source: DSATUR, Brélaz 1979 (doi:10.1145/359094.359101): the node with most colours around it goes first.
    """
    adjacent: list[set[int]] = [set() for _ in range(nodes)]
    for a, b in edges:
        if a == b:
            raise ValueError(f"node {a} is its own neighbour")
        adjacent[a].add(b)
        adjacent[b].add(a)
    colour: dict[int, int] = {}
    while len(colour) < nodes:

        def urgency(node: int) -> tuple[int, int, int]:
            return len({colour[n] for n in adjacent[node] if n in colour}), len(adjacent[node]), -node

        node = max((n for n in range(nodes) if n not in colour), key=urgency)
        taken = {colour[n] for n in adjacent[node] if n in colour}
        colour[node] = next(c for c in range(nodes) if c not in taken)
    return [colour[n] for n in range(nodes)]


EXAMPLES = [
    ((3, [(0, 1), (1, 2), (0, 2)]), [0, 1, 2]),
    ((0, []), []),
    ((4, [(0, 1), (2, 3)]), [0, 1, 0, 1]),
    ((2, []), [0, 0]),
]
REFUSED = [(1, [(0, 0)])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 7)
        pairs = [(a, b) for a in range(n) for b in range(a)]
        yield n, random.sample(pairs, random.randint(0, len(pairs)))


def property_neighbours_differ(result, nodes, edges):
    return len(result) == nodes and all(result[a] != result[b] for a, b in edges)


def property_uses_at_most_one_more_than_the_degree(result, nodes, edges):
    degree = max((sum(n in e for e in edges) for n in range(nodes)), default=0)
    return max(result, default=0) <= degree


def property_bipartite_graphs_get_two_colours(result, nodes, edges):
    two = any(all((m >> a & 1) != (m >> b & 1) for a, b in edges) for m in range(1 << nodes))
    return not two or max(result, default=0) <= 1
