def polygon_area(corners: list[tuple[float, float]]) -> float:
    """Return the area of a polygon without self-crossings, whatever the direction of its corners.

    Use when: plots, rooms or shapes given by corners are measured.
    Complexity: O(n).
    Source: the shoelace formula, Meister 1769, about the first corner to keep digits.
    """
    if len(corners) < 3:
        return 0.0
    x0, y0 = corners[0]
    twice = 0.0
    for (ax, ay), (bx, by) in zip(corners[1:], corners[2:], strict=False):
        twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    return abs(twice) / 2


EXAMPLES = [
    (([(0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (0.0, 3.0)],), 12.0),
    (([(0.0, 0.0), (1.0, 1.0)],), 0.0),
    (([(0.0, 0.0), (0.0, 2.0), (2.0, 0.0)],), 2.0),
    (([],), 0.0),
]


def inputs(random):
    for _ in range(100):
        # a staircase: columns of different heights on a common base
        xs = sorted(random.sample(range(20), random.randint(2, 6)))
        heights = [random.randint(1, 9) for _ in xs[1:]]
        top = [(float(x), float(h)) for a, b, h in zip(xs, xs[1:], heights, strict=False) for x in (a, b)]
        outline = [(float(xs[-1]), 0.0), (float(xs[0]), 0.0), *top]
        yield (random.choice([outline, [outline[1], outline[0], *top[::-1]]]),)


def oracle(corners):
    top = corners[2:] if corners[0][0] > corners[1][0] else corners[:1:-1]
    return float(sum((b[0] - a[0]) * a[1] for a, b in zip(top[::2], top[1::2], strict=True)))
