def kruskal_spanning_forest(nodes: int, edges: list[tuple[int, int, int]]) -> tuple[int, list[tuple[int, int, int]]]:
    """Choose (a, b, cost) edges that join all that can be joined at the least total cost: (total, chosen edges).

    Use when: networks of cables, roads or clusters are built as cheaply as possible.
    Complexity: O(edges log edges).
    Source: Kruskal 1956 with path halving; ties go to the edge listed first.
    """
    leader = list(range(nodes))

    def find(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    chosen = []
    for a, b, cost in sorted(edges, key=lambda edge: edge[2]):
        if find(a) != find(b):
            leader[find(a)] = find(b)
            chosen.append((a, b, cost))
    return sum(cost for _, _, cost in chosen), chosen


EXAMPLES = [
    ((4, [(0, 1, 10), (0, 2, 6), (0, 3, 5), (1, 3, 15), (2, 3, 4)]), (19, [(2, 3, 4), (0, 3, 5), (0, 1, 10)])),
    ((2, []), (0, [])),
    ((2, [(0, 1, 3), (0, 1, 1)]), (1, [(0, 1, 1)])),
]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 5)
        yield (
            n,
            [(random.randrange(n), random.randrange(n), random.randint(-2, 6)) for _ in range(random.randint(0, 7))],
        )


def property_total_is_that_of_prim(result, nodes, edges):
    total, left = 0, set(range(nodes))
    while left:
        inside = {left.pop()}
        while out := [(c, b if a in inside else a) for a, b, c in edges if (a in inside) != (b in inside)]:
            cost, node = min(out)
            total, inside = total + cost, inside | {node}
        left -= inside
    return total == result[0] == sum(c for _, _, c in result[1])


def property_has_no_cycle(result, nodes, edges):
    groups = [{n} for n in range(nodes)]
    for a, b, _ in result[1]:
        one, two = (next(g for g in groups if x in g) for x in (a, b))
        if one is two:
            return False
        groups = [g for g in groups if g is not one and g is not two] + [one | two]
    return all(e in edges for e in result[1])
