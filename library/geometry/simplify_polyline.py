from math import hypot


def simplify_polyline(points: list[tuple[float, float]], tolerance: float) -> list[tuple[float, float]]:
    """Leave out points of a polyline so that none of them is further than tolerance from the new line; ends stay.

    Use when: tracks and coastlines are stored or drawn with fewer points.
    Complexity: O(n^2) at worst, O(n log n) typically.
    Source: Ramer 1972, Douglas and Peucker 1973 (doi:10.3138/FM57-6770-U75U-7727).
    """
    if len(points) < 3:
        return list(points)
    kept = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        distances = [_distance(points[i], points[first], points[last]) for i in range(first + 1, last)]
        if distances and max(distances) > tolerance:
            split = first + 1 + distances.index(max(distances))
            kept.add(split)
            stack += [(first, split), (split, last)]
    return [points[i] for i in sorted(kept)]


def _distance(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    ux, uy = b[0] - a[0], b[1] - a[1]
    length = ux * ux + uy * uy
    along = min(1.0, max(0.0, ((p[0] - a[0]) * ux + (p[1] - a[1]) * uy) / length)) if length else 0.0
    return hypot(a[0] + along * ux - p[0], a[1] + along * uy - p[1])


EXAMPLES = [
    (([(0.0, 0.0), (1.0, 0.1), (2.0, 0.0)], 0.5), [(0.0, 0.0), (2.0, 0.0)]),
    (([(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)], 0.5), [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]),
    (([], 1.0), []),
]


def inputs(random):
    for _ in range(120):
        yield (
            [(float(x), random.randint(0, 8) / 2) for x in range(random.randint(0, 12))],
            random.choice([0.0, 0.5, 1.0, 3.0]),
        )


def property_every_point_is_near_the_new_line(result, points, tolerance):
    if len(points) < 3:
        return result == points
    pieces = list(zip(result, result[1:], strict=False))
    return all(min(_distance(p, a, b) for a, b in pieces) <= tolerance + 1e-9 for p in points)


def property_is_a_subsequence_with_the_ends(result, points, tolerance):
    rest = iter(points)
    return all(p in rest for p in result) and result[:1] == points[:1] and result[-1:] == points[-1:]
