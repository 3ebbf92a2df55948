def merge_groups(size: int, pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Group 0..size-1 so that the members of every pair are together; groups and members rise.

    Use when: equivalences, duplicates or connections given as pairs become classes.
    Complexity: O((size + pairs) * inverse Ackermann), nearly linear.
    Source: union-find by size with path halving, Tarjan 1975 (doi:10.1145/321879.321884).
    """
    parent = list(range(size))
    weight = [1] * size

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        large, small = root(a), root(b)
        if large == small:
            continue
        if weight[large] < weight[small]:
            large, small = small, large
        parent[small] = large
        weight[large] += weight[small]
    groups: dict[int, list[int]] = {}
    for node in range(size):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


EXAMPLES = [
    ((5, [(0, 3), (1, 4), (3, 0)]), [[0, 3], [1, 4], [2]]),
    ((0, []), []),
    ((2, []), [[0], [1]]),
    ((3, [(2, 1), (1, 0)]), [[0, 1, 2]]),
]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 8)
        yield n, [(random.randrange(n), random.randrange(n)) for _ in range(random.randint(0, 7))]


def oracle(size, pairs):
    groups = [{i} for i in range(size)]
    for a, b in pairs:
        joined = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in joined] + [set().union(*joined)]
    return sorted(sorted(g) for g in groups)
