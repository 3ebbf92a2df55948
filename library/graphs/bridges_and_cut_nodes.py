def bridges_and_cut_nodes(nodes: int, edges: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Find the edges and the nodes of an undirected simple graph whose removal splits a component; both sorted.

    Use when: single points of failure of networks are located.
    Complexity: O(nodes + edges).
    Source: Hopcroft and Tarjan 1973 (doi:10.1145/362248.362272), algorithm 447.
    """
    adjacent: list[list[int]] = [[] for _ in range(nodes)]
    for a, b in edges:
        adjacent[a].append(b)
        adjacent[b].append(a)
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    bridges, cuts = [], set()

    def visit(node: int, parent: int) -> None:
        order[node] = low[node] = len(order)
        children = 0
        for other in adjacent[node]:
            if other not in order:
                children += 1
                visit(other, node)
                low[node] = min(low[node], low[other])
                if low[other] > order[node]:
                    bridges.append((min(node, other), max(node, other)))
                if parent >= 0 and low[other] >= order[node]:
                    cuts.add(node)
            elif other != parent:
                low[node] = min(low[node], order[other])
        if parent < 0 and children > 1:
            cuts.add(node)

    for root in range(nodes):
        if root not in order:
            visit(root, -1)
    return sorted(bridges), sorted(cuts)


EXAMPLES = [
    ((5, [(0, 1), (1, 2), (2, 0), (1, 3), (3, 4)]), ([(1, 3), (3, 4)], [1, 3])),
    ((0, []), ([], [])),
    ((2, [(0, 1)]), ([(0, 1)], [])),
    ((3, [(0, 1), (1, 2), (0, 2)]), ([], [])),
]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 6)
        pairs = [(a, b) for a in range(n) for b in range(a + 1, n)]
        yield n, random.sample(pairs, random.randint(0, min(7, len(pairs))))


def oracle(nodes, edges):
    whole = _parts(set(range(nodes)), edges)
    bridges = [e for e in sorted(edges) if _parts(set(range(nodes)), [f for f in edges if f != e]) > whole]
    lonely = {v for v in range(nodes) if not any(v in e for e in edges)}
    cuts = [
        v
        for v in range(nodes)
        if _parts(set(range(nodes)) - {v}, [e for e in edges if v not in e]) > whole - (v in lonely)
    ]
    return bridges, cuts


def _parts(nodes, edges):
    left, count = set(nodes), 0
    while left:
        group = {left.pop()}
        for _ in nodes:
            group |= {x for e in edges if group & set(e) for x in e}
        left -= group
        count += 1
    return count
