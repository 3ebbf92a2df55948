def convex_hull(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the corners of the smallest convex polygon around points, counter-clockwise from the lowest (x, y).

    Points on its edges are left out; fewer than three corners are possible.
    Use when: outlines, extents or supports of point sets are needed.
    Complexity: O(n log n).
    Source: Andrew's monotone chain, 1979 (doi:10.1016/0020-0190(79)90072-3).
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _chain(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The left-turning chain from the first point to the last."""
    chain: list[tuple[int, int]] = []
    for x, y in points:
        while len(chain) > 1:
            (ax, ay), (bx, by) = chain[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            chain.pop()
        chain.append((x, y))
    return chain


EXAMPLES = [
    (([(0, 0), (2, 0), (2, 2), (0, 2), (1, 1)],), [(0, 0), (2, 0), (2, 2), (0, 2)]),
    (([],), []),
    (([(1, 1), (1, 1)],), [(1, 1)]),
    (([(0, 0), (1, 1), (2, 2)],), [(0, 0), (2, 2)]),
]


def inputs(random):
    for _ in range(150):
        yield ([(random.randint(-4, 4), random.randint(-4, 4)) for _ in range(random.randint(0, 9))],)


def property_all_points_lie_left_of_every_edge(result, points):
    edges = list(zip(result, result[1:] + result[:1], strict=True)) if len(result) > 2 else []
    return all((bx - ax) * (y - ay) >= (by - ay) * (x - ax) for (ax, ay), (bx, by) in edges for x, y in points)


def property_corners_are_needed(result, points):
    def between(p, a, b):
        return (
            a != p != b and (b[0] - a[0]) * (p[1] - a[1]) == (b[1] - a[1]) * (p[0] - a[0]) and min(a, b) < p < max(a, b)
        )

    flat = any(between(p, a, b) for p in result for a in points for b in points)
    return not flat and set(result) <= set(points) and (not points or min(points) in result and max(points) in result)
