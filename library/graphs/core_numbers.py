def core_numbers(adjacent: list[list[int]]) -> list[int]:
    """Give for each node the largest k such that it lies in a part where everybody has at least k neighbours.

    Use when: dense centres of social or protein networks are separated from their fringe.
    Complexity: O(n^2 + edges); the graph is undirected and simple.
    Source: Batagelj and Zaversnik 2003 (arXiv:cs/0310049).
    """
    degree = [len(set(out)) for out in adjacent]
    left = set(range(len(adjacent)))
    core = [0] * len(adjacent)
    level = 0
    while left:
        node = min(left, key=lambda n: (degree[n], n))
        level = max(level, degree[node])
        core[node] = level
        left.discard(node)
        for other in set(adjacent[node]) & left:
            degree[other] -= 1
    return core


EXAMPLES = [(([[1, 2], [0, 2], [0, 1, 3], [2]],), [2, 2, 2, 1]), (([],), []), (([[]],), [0])]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 7)
        pairs = [(a, b) for a in range(n) for b in range(a)]
        chosen = random.sample(pairs, random.randint(0, len(pairs)))
        yield ([[a + b - v for a, b in chosen if v in (a, b)] for v in range(n)],)


def oracle(adjacent):
    core = [0] * len(adjacent)
    for k in range(1, len(adjacent) + 1):
        kept = set(range(len(adjacent)))
        while weak := {v for v in kept if len(set(adjacent[v]) & kept) < k}:
            kept -= weak
        for v in kept:
            core[v] = k
    return core
