from fractions import Fraction


def line_intersection(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]
) -> tuple[str, str] | None:
    """Return the exact point where the lines through a, b and through c, d meet, as fractions "p/q" or "p"; else None.

    None for parallel lines, equal ones too.
    Use when: constructions must not suffer from rounding.
    Complexity: O(1).
    Source: Cramer's rule in rational numbers.
    """
    if a == b or c == d:
        raise ValueError("two different points for each line were expected")
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if cross == 0:
        return None
    along = Fraction((c[0] - a[0]) * vy - (c[1] - a[1]) * vx, cross)
    return str(a[0] + along * ux), str(a[1] + along * uy)


EXAMPLES = [
    (((0, 0), (2, 2), (0, 2), (2, 0)), ("1", "1")),
    (((0, 0), (1, 0), (0, 1), (1, 1)), None),
    (((0, 0), (3, 1), (1, 0), (1, 5)), ("1", "1/3")),
]
REFUSED = [((0, 0), (0, 0), (1, 1), (2, 2))]


def inputs(random):
    for _ in range(200):
        points = [(random.randint(-4, 4), random.randint(-4, 4)) for _ in range(4)]
        if points[0] != points[1] and points[2] != points[3]:
            yield tuple(points)


def property_lies_on_both_lines(result, a, b, c, d):
    if result is None:
        return (b[0] - a[0]) * (d[1] - c[1]) == (b[1] - a[1]) * (d[0] - c[0])
    x, y = map(Fraction, result)
    return all((q[0] - p[0]) * (y - p[1]) == (q[1] - p[1]) * (x - p[0]) for p, q in ((a, b), (c, d)))
