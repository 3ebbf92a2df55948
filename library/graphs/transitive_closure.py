def transitive_closure(successors: list[list[int]]) -> list[list[int]]:
    """For each node list the nodes that can be reached by one or more edges, sorted.

    Use when: reachability is asked often, as for ancestors, imports or subtypes.
    Complexity: O(n^3 / word size) with integers as bit sets.
    Source: Warshall 1962 (doi:10.1145/321105.321107).
    """
    reach = [sum(1 << other for other in set(out)) for out in successors]
    for via in range(len(reach)):
        beyond = reach[via]
        for node in range(len(reach)):
            if reach[node] >> via & 1:
                reach[node] |= beyond
    return [[other for other in range(len(reach)) if row >> other & 1] for row in reach]


EXAMPLES = [
    (([[1], [2], []],), [[1, 2], [2], []]),
    (([],), []),
    (([[1], [0]],), [[0, 1], [0, 1]]),
    (([[0], []],), [[0], []]),
]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 7)
        yield ([[random.randrange(n) for _ in range(random.randint(0, 2))] for _ in range(n)],)


def oracle(successors):
    closure = []
    for out in successors:
        seen, stack = set(), list(out)
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += successors[node]
        closure.append(sorted(seen))
    return closure
