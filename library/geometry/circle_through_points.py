def circle_through_points(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> tuple[float, float, float] | None:
    """Return (x, y, radius) of the circle through three points, or None if they are on one line.

    Use when: arcs are fitted or triangulations checked.
    Complexity: O(1).
    Source: the circumcentre by perpendicular bisectors, relative to a.
    """
    bx, by, cx, cy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    twice = 2 * (bx * cy - by * cx)
    if twice == 0:
        return None
    b_square, c_square = bx * bx + by * by, cx * cx + cy * cy
    x = (cy * b_square - by * c_square) / twice
    y = (bx * c_square - cx * b_square) / twice
    return a[0] + x, a[1] + y, (x * x + y * y) ** 0.5


EXAMPLES = [
    (((0.0, 0.0), (2.0, 0.0), (0.0, 2.0)), (1.0, 1.0, 1.4142135623730951)),
    (((0.0, 0.0), (1.0, 1.0), (2.0, 2.0)), None),
    (((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)), (0.0, 0.0, 1.0)),
]


def inputs(random):
    for _ in range(150):
        yield tuple((float(random.randint(-5, 5)), float(random.randint(-5, 5))) for _ in range(3))


def property_all_three_are_a_radius_away(result, a, b, c):
    if result is None:
        return (b[0] - a[0]) * (c[1] - a[1]) == (b[1] - a[1]) * (c[0] - a[0])
    x, y, r = result
    return all(abs(((p[0] - x) ** 2 + (p[1] - y) ** 2) ** 0.5 - r) < 1e-6 * max(1, r) for p in (a, b, c))
