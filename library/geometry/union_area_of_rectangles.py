def union_area_of_rectangles(rectangles: list[tuple[int, int, int, int]]) -> int:
    """Return the area covered by rectangles (left, top, right, bottom), overlaps counted once.

    Use when: coverage of screens, sheets or maps is measured.
    Complexity: O(n^2) in all, a sweep with a list of what is open.
    Source: Klee's measure problem in the plane; Bentley 1977.
    """
    events = []
    for left, top, right, bottom in rectangles:
        if left < right and top < bottom:
            events += [(left, 1, top, bottom), (right, 0, top, bottom)]
    events.sort()
    active: list[tuple[int, int]] = []
    area = previous = 0
    for x, opens, top, bottom in events:
        covered, reached = 0, None
        for low, high in active:
            low = low if reached is None else max(low, reached)
            if high > low:
                covered += high - low
            reached = high if reached is None else max(reached, high)
        area += covered * (x - previous)
        previous = x
        if opens:
            active.append((top, bottom))
            active.sort()
        else:
            active.remove((top, bottom))
    return area


EXAMPLES = [
    (([(0, 0, 2, 2), (1, 1, 3, 3)],), 7),
    (([],), 0),
    (([(0, 0, 1, 1), (0, 0, 1, 1)],), 1),
    (([(0, 0, 0, 5)],), 0),
]


def inputs(random):
    for _ in range(120):
        yield (
            [
                (
                    x := random.randint(-4, 4),
                    y := random.randint(-4, 4),
                    x + random.randint(0, 4),
                    y + random.randint(0, 4),
                )
                for _ in range(random.randint(0, 6))
            ],
        )


def oracle(rectangles):
    return len({(x, y) for a, b, c, d in rectangles for x in range(a, c) for y in range(b, d)})
