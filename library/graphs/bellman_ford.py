def bellman_ford(nodes: int, edges: list[tuple[int, int, int]], start: int) -> list[int | None]:
    """Give the least cost from start to each of nodes 0..n-1 over directed (from, to, cost) edges; None if unreached.

    Raises ValueError if a cycle of negative cost can be reached from start.
    Use when: costs may be negative, as for gains, potentials or difference constraints.
    Complexity: O(nodes * edges).
    Source: Bellman 1958, Ford 1956.
    """
    cost: list[int | None] = [None] * nodes
    cost[start] = 0
    for _ in range(nodes):
        changed = False
        for tail, head, step in edges:
            if cost[tail] is not None and (cost[head] is None or cost[tail] + step < cost[head]):
                cost[head] = cost[tail] + step
                changed = True
        if not changed:
            return cost
    raise ValueError("a cycle of negative cost can be reached")


EXAMPLES = [
    ((4, [(0, 1, 4), (0, 2, 5), (2, 1, -3)], 0), [0, 2, 5, None]),
    ((1, [], 0), [0]),
    ((2, [(1, 1, -1)], 0), [0, None]),
]
REFUSED = [(2, [(0, 1, 1), (1, 0, -2)], 0), (1, [(0, 0, -1)], 0)]


def inputs(random):
    for _ in range(200):
        n = random.randint(1, 5)
        height = [random.randint(0, 6) for _ in range(n)]  # potentials keep every cycle non-negative
        pairs = [(random.randrange(n), random.randrange(n)) for _ in range(random.randint(0, 8))]
        yield n, [(a, b, random.randint(0, 5) + height[b] - height[a]) for a, b in pairs], 0


def oracle(nodes, edges, start):
    best = [None] * nodes

    def walk(node, cost, seen):
        if best[node] is None or cost < best[node]:
            best[node] = cost
        for tail, head, step in edges:
            if tail == node and head not in seen:
                walk(head, cost + step, seen | {head})

    walk(start, 0, {start})
    return best
