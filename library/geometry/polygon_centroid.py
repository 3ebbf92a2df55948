def polygon_centroid(corners: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the centre of mass of a polygon of uniform density without self-crossings.

    Use when: labels or supports are placed in regions.
    Complexity: O(n).
    Source: the area-weighted mean of the triangles from the first corner.
    """
    (x0, y0), weight, sum_x, sum_y = corners[0] if corners else (0.0, 0.0), 0.0, 0.0, 0.0
    for (ax, ay), (bx, by) in zip(corners[1:], corners[2:], strict=False):
        ux, uy, vx, vy = ax - x0, ay - y0, bx - x0, by - y0
        area = ux * vy - uy * vx
        weight += area
        sum_x += area * (ux + vx)
        sum_y += area * (uy + vy)
    if weight == 0:
        raise ValueError("the polygon has no area")
    return x0 + sum_x / (3 * weight), y0 + sum_y / (3 * weight)


EXAMPLES = [
    (([(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)],), (2.0, 1.0)),
    (([(0.0, 0.0), (3.0, 0.0), (0.0, 3.0)],), (1.0, 1.0)),
    (([(0.0, 0.0), (0.0, 3.0), (3.0, 0.0)],), (1.0, 1.0)),
]
REFUSED = [([],), ([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)],)]


def inputs(random):
    for _ in range(100):
        w, h, a, b = (float(random.randint(1, 9)) for _ in range(4))
        x, y = float(random.randint(-9, 9)), float(random.randint(-9, 9))
        # an L: a box of w + a by h, and on its left part one of w by b
        corners = [(x, y), (x + w + a, y), (x + w + a, y + h), (x + w, y + h), (x + w, y + h + b), (x, y + h + b)]
        turn = random.randrange(6)
        yield (corners[turn:] + corners[:turn],)


def oracle(corners):
    xs, ys = sorted({c[0] for c in corners}), sorted({c[1] for c in corners})
    boxes = [(xs[0], xs[2], ys[0], ys[1]), (xs[0], xs[1], ys[1], ys[2])]
    areas = [(b - a) * (d - c) for a, b, c, d in boxes]
    mean = [
        sum(s * (box[i] + box[i + 1]) / 2 for s, box in zip(areas, boxes, strict=True)) / sum(areas) for i in (0, 2)
    ]
    return mean[0], mean[1]
