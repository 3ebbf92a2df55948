def maximal_cliques(nodes: int, edges: list[tuple[int, int]]) -> list[list[int]]:
    """List all sets of mutually adjacent nodes that cannot be enlarged, each and all sorted.

    Use when: groups in which everybody knows everybody, or compatible sets, are enumerated.
    Complexity: O(3^(n/3)), the largest possible number of them.
    Source: Bron and Kerbosch 1973 with the pivot of Tomita et al. 2006 (doi:10.1016/j.tcs.2006.06.015).
    """
    adjacent: list[set[int]] = [set() for _ in range(nodes)]
    for a, b in edges:
        if a != b:
            adjacent[a].add(b)
            adjacent[b].add(a)
    found = []

    def extend(clique: list[int], candidates: set[int], excluded: set[int]) -> None:
        if not candidates and not excluded:
            found.append(sorted(clique))
            return
        pivot = max(candidates | excluded, key=lambda node: len(adjacent[node] & candidates))
        for node in candidates - adjacent[pivot]:
            extend([*clique, node], candidates & adjacent[node], excluded & adjacent[node])
            candidates = candidates - {node}
            excluded = excluded | {node}

    if nodes:
        extend([], set(range(nodes)), set())
    return sorted(found)


EXAMPLES = [((4, [(0, 1), (1, 2), (0, 2), (2, 3)]), [[0, 1, 2], [2, 3]]), ((0, []), []), ((2, []), [[0], [1]])]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 6)
        pairs = [(a, b) for a in range(n) for b in range(a)]
        yield n, random.sample(pairs, random.randint(0, len(pairs)))


def oracle(nodes, edges):
    joined = {frozenset(e) for e in edges}
    sets = [[v for v in range(nodes) if m >> v & 1] for m in range(1, 1 << nodes)]
    cliques = [s for s in sets if all(frozenset((a, b)) in joined for a in s for b in s if a < b)]
    return sorted(c for c in cliques if not any(set(c) < set(d) for d in cliques))
