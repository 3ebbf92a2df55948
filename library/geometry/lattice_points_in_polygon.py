from math import gcd


def lattice_points_in_polygon(corners: list[tuple[int, int]]) -> tuple[int, int]:
    """Count the integer points inside and on the border of a polygon with integer corners: (inside, border).

    Use when: grid cells or integer solutions in a region are counted without listing them.
    Complexity: O(n log size).
    Source: Pick's theorem 1899: area = inside + border / 2 - 1.
    """
    twice = border = 0
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        twice += ax * by - ay * bx
        border += gcd(bx - ax, by - ay)
    if twice == 0:
        raise ValueError("the polygon has no area")
    return (abs(twice) - border + 2) // 2, border


EXAMPLES = [
    (([(0, 0), (3, 0), (3, 3), (0, 3)],), (4, 12)),
    (([(0, 0), (1, 0), (0, 1)],), (0, 3)),
    (([(0, 0), (0, 4), (4, 0)],), (3, 12)),
]
REFUSED = [([],), ([(0, 0), (1, 1), (2, 2)],)]


def inputs(random):
    for _ in range(150):
        a, b, c = ((random.randint(0, 6), random.randint(0, 6)) for _ in range(3))
        if (b[0] - a[0]) * (c[1] - a[1]) != (b[1] - a[1]) * (c[0] - a[0]):
            yield ([a, b, c],)


def oracle(corners):
    (ax, ay), (bx, by), (cx, cy) = corners
    inside = border = 0
    for x in range(7):
        for y in range(7):
            signs = [
                (bx - ax) * (y - ay) - (by - ay) * (x - ax),
                (cx - bx) * (y - by) - (cy - by) * (x - bx),
                (ax - cx) * (y - cy) - (ay - cy) * (x - cx),
            ]
            if min(signs) >= 0 or max(signs) <= 0:
                inside, border = inside + (0 not in signs), border + (0 in signs)
    return inside, border
