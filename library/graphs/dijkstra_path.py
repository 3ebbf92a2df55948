from heapq import heappop, heappush


def dijkstra_path(edges: dict[str, dict[str, int]], start: str, goal: str) -> tuple[int, list[str]] | None:
    """Find the cheapest way from start to goal over directed edges of non-negative cost: (cost, nodes), or None.

    Use when: routes with distances, times or prices are planned.
    Complexity: O((nodes + edges) log nodes).
    Source: Dijkstra 1959 (doi:10.1007/BF01386390) with a binary heap.
    """
    before: dict[str, str | None] = {}
    frontier: list[tuple[int, str, str | None]] = [(0, start, None)]
    while frontier:
        cost, node, origin = heappop(frontier)
        if node in before:
            continue
        before[node] = origin
        if node == goal:
            return cost, _trace(before, goal)
        for other, step in edges.get(node, {}).items():
            if step < 0:
                raise ValueError(f"the edge from {node} to {other} costs {step}")
            if other not in before:
                heappush(frontier, (cost + step, other, node))
    return None


def _trace(before: dict[str, str | None], node: str | None) -> list[str]:
    path = []
    while node is not None:
        path.append(node)
        node = before[node]
    return path[::-1]


EXAMPLES = [
    (({"a": {"b": 7, "c": 3}, "c": {"b": 1}}, "a", "b"), (4, ["a", "c", "b"])),
    (({"a": {}}, "a", "z"), None),
    (({}, "x", "x"), (0, ["x"])),
    (({"a": {"b": 0}}, "a", "b"), (0, ["a", "b"])),
]
REFUSED = [({"a": {"b": -1}}, "a", "b")]


def inputs(random):
    for _ in range(150):
        names = "abcdef"[: random.randint(2, 6)]
        yield (
            {n: {m: random.randint(0, 9) for m in random.sample(names, random.randint(0, 2))} for n in names},
            "a",
            names[-1],
        )


def property_cost_is_the_least(result, edges, start, goal):
    best = {start: 0}
    for _ in edges:
        for node, out in edges.items():
            for other, step in out.items():
                if node in best:
                    best[other] = min(best.get(other, 999), best[node] + step)
    return (result[0] if result else None) == best.get(goal)


def property_path_has_that_cost(result, edges, start, goal):
    if result is None:
        return True
    cost, path = result
    return (path[0], path[-1]) == (start, goal) and cost == sum(
        edges[a][b] for a, b in zip(path, path[1:], strict=False)
    )
