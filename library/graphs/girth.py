from collections import deque


def girth(adjacent: list[list[int]]) -> int | None:
    """Return the length of the shortest cycle of an undirected simple graph, or None if it has no cycle.

    Use when: meshes, molecules or codes are examined for short loops.
    Complexity: O(nodes * edges).
    Source: Itai and Rodeh 1978: a breadth-first search from each node.
    """
    shortest: int | None = None
    for root in range(len(adjacent)):
        distance, parent = {root: 0}, {root: -1}
        queue = deque([root])
        while queue:
            node = queue.popleft()
            for other in adjacent[node]:
                if other not in distance:
                    distance[other], parent[other] = distance[node] + 1, node
                    queue.append(other)
                elif other != parent[node]:
                    cycle = distance[node] + distance[other] + 1
                    shortest = cycle if shortest is None else min(shortest, cycle)
    return shortest


EXAMPLES = [
    (([[1, 2], [0, 2], [0, 1]],), 3),
    (([[1], [0]],), None),
    (([],), None),
    (([[1, 3], [0, 2], [1, 3], [2, 0]],), 4),
]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 6)
        pairs = [(a, b) for a in range(n) for b in range(a)]
        chosen = random.sample(pairs, random.randint(0, min(7, len(pairs))))
        yield ([[a + b - v for a, b in chosen if v in (a, b)] for v in range(n)],)


def oracle(adjacent):
    def cycles(path):
        if len(path) > 2 and path[0] in adjacent[path[-1]]:
            yield len(path)
        for other in adjacent[path[-1]]:
            if other not in path:
                yield from cycles(path + [other])

    return min((c for v in range(len(adjacent)) for c in cycles([v])), default=None)
