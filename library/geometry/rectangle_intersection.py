def rectangle_intersection(
    first: tuple[int, int, int, int], second: tuple[int, int, int, int]
) -> tuple[int, int, int, int] | None:
    """Return what two rectangles (left, top, right, bottom) share, or None if that has no area.

    Use when: dirty regions, windows or bounding boxes are clipped.
    Complexity: O(1).
    Source: the intersection of intervals in each axis.
    """
    left, top = max(first[0], second[0]), max(first[1], second[1])
    right, bottom = min(first[2], second[2]), min(first[3], second[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


EXAMPLES = [
    (((0, 0, 4, 4), (2, 1, 6, 3)), (2, 1, 4, 3)),
    (((0, 0, 1, 1), (1, 0, 2, 1)), None),
    (((0, 0, 2, 2), (0, 0, 2, 2)), (0, 0, 2, 2)),
    (((0, 0, 0, 5), (0, 0, 5, 5)), None),
]


def inputs(random):
    for _ in range(200):
        yield tuple(
            (x := random.randint(0, 4), y := random.randint(0, 4), x + random.randint(0, 4), y + random.randint(0, 4))
            for _ in range(2)
        )


def oracle(first, second):
    cells = [{(x, y) for x in range(r[0], r[2]) for y in range(r[1], r[3])} for r in (first, second)]
    shared = cells[0] & cells[1]
    if not shared:
        return None
    xs, ys = [x for x, _ in shared], [y for _, y in shared]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1
