from heapq import heappop, heappush


def widest_path(edges: list[tuple[str, str, int]], start: str, goal: str) -> int | None:
    """Return the largest load that some path of undirected (a, b, limit) edges can carry, or None if there is none.

    Use when: bandwidth, clearance or weight limits along a route decide.
    Complexity: O(edges log edges).
    Source: Pollack 1960; Dijkstra's algorithm with the smallest limit in place of the sum. No limit binds at start.
    """
    adjacent: dict[str, list[tuple[str, int]]] = {}
    for a, b, limit in edges:
        adjacent.setdefault(a, []).append((b, limit))
        adjacent.setdefault(b, []).append((a, limit))
    if start == goal:
        raise ValueError("start and goal are the same node")
    frontier = [(-limit, node) for node, limit in adjacent.get(start, [])]
    frontier.sort()
    done = {start}
    while frontier:
        width, node = heappop(frontier)
        if node == goal:
            return -width
        if node in done:
            continue
        done.add(node)
        for other, limit in adjacent[node]:
            heappush(frontier, (-min(-width, limit), other))
    return None


EXAMPLES = [
    (([("a", "b", 5), ("b", "c", 3), ("a", "c", 2)], "a", "c"), 3),
    (([], "a", "b"), None),
    (([("a", "b", 1), ("b", "a", 4)], "a", "b"), 4),
]
REFUSED = [([], "a", "a")]


def inputs(random):
    for _ in range(150):
        yield [(*random.choices("abcd", k=2), random.randint(1, 9)) for _ in range(random.randint(0, 7))], "a", "d"


def oracle(edges, start, goal):
    for limit in range(9, 0, -1):
        group = {start}
        for _ in range(5):
            group |= {x for a, b, w in edges if w >= limit and group & {a, b} for x in (a, b)}
        if goal in group:
            return limit
    return None
