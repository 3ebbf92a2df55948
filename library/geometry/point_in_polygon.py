def point_in_polygon(point: tuple[float, float], corners: list[tuple[float, float]]) -> bool:
    """Decide whether a point lies inside a polygon or on its border; the polygon need not be convex.

    Use when: clicks, positions or samples are tested against regions.
    Complexity: O(n).
    Source: the crossing number, Shimrat 1962, with an exact test for the border.
    """
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if side == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and (side > 0) == (by > ay):
            inside = not inside
    return inside


EXAMPLES = [
    (((1.0, 1.0), [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)]), True),
    (((3.0, 3.0), [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)]), False),
    (((2.0, 2.0), [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)]), True),
    (((0.0, 0.0), []), False),
]


def inputs(random):
    shape = [(0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (4.0, 6.0), (4.0, 2.0), (2.0, 2.0), (2.0, 6.0), (0.0, 6.0)]
    for _ in range(200):
        turn = random.randrange(8)
        corners = shape[turn:] + shape[:turn]
        yield (random.randint(-2, 16) / 2, random.randint(-2, 16) / 2), random.choice([corners, corners[::-1]])


def oracle(point, corners):
    x, y = point
    return 0 <= x <= 6 and 0 <= y <= 6 and not (2 < x < 4 and y > 2)
