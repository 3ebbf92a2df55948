def clip_polygon(
    corners: list[tuple[float, float]], window: tuple[float, float, float, float]
) -> list[tuple[float, float]]:
    """Return the part of a convex polygon inside a window (left, bottom, right, top), as corners in the same direction.

    Use when: shapes are cut at the edge of a screen, tile or map sheet.
    Complexity: O(n) for each of the four edges.
    Source: Sutherland and Hodgman 1974 (doi:10.1145/360767.360802).
    """
    left, bottom, right, top = window
    for axis, bound, sign in ((0, left, 1), (1, bottom, 1), (0, right, -1), (1, top, -1)):
        kept = []
        for a, b in zip(corners[-1:] + corners[:-1], corners, strict=True):
            a_in, b_in = (a[axis] - bound) * sign >= 0, (b[axis] - bound) * sign >= 0
            if a_in != b_in:
                t = (bound - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
            if b_in:
                kept.append(b)
        corners = [p for p, q in zip(kept, kept[-1:] + kept[:-1], strict=True) if p != q]
    return corners


EXAMPLES = [
    (
        ([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)], (1.0, 1.0, 2.0, 5.0)),
        [(1.0, 1.0), (2.0, 1.0), (2.0, 4.0), (1.0, 4.0)],
    ),
    (([], (0.0, 0.0, 1.0, 1.0)), []),
    (([(5.0, 5.0), (6.0, 5.0), (5.0, 6.0)], (0.0, 0.0, 1.0, 1.0)), []),
]


def inputs(random):
    for _ in range(120):
        a, b, c = ((float(random.randint(-6, 6)), float(random.randint(-6, 6))) for _ in range(3))
        x, y = random.randint(-4, 2), random.randint(-4, 2)
        yield [a, b, c], (float(x), float(y), float(x + random.randint(1, 4)), float(y + random.randint(1, 4)))


def property_lies_in_both(result, corners, window):
    left, bottom, right, top = window
    inside = all(left - 1e-9 <= x <= right + 1e-9 and bottom - 1e-9 <= y <= top + 1e-9 for x, y in result)
    return inside and all(_in_triangle(p, *corners, 1e-9) for p in result)


def property_holds_every_grid_point_of_both(result, corners, window):
    for i in range(1, 8):
        for j in range(1, 8):
            p = (window[0] + (window[2] - window[0]) * i / 8.13, window[1] + (window[3] - window[1]) * j / 8.17)
            if _in_triangle(p, *corners, -1e-9) and not any(
                _in_triangle(p, result[0], b, c, 1e-9) for b, c in zip(result[1:], result[2:], strict=False)
            ):
                return False
    return True


def _in_triangle(p, a, b, c, slack):
    signs = [(v[0] - u[0]) * (p[1] - u[1]) - (v[1] - u[1]) * (p[0] - u[0]) for u, v in ((a, b), (b, c), (c, a))]
    return min(signs) >= -slack or max(signs) <= slack
