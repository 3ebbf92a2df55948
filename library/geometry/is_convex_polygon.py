def is_convex_polygon(corners: list[tuple[int, int]]) -> bool:
    """Decide whether a closed polygon turns only one way and goes round once; straight corners are allowed.

    Use when: shapes are validated before algorithms for convex ones are used.
    Complexity: O(n).
    Source: all turns have one sign and the outline changes direction in x and in y twice at most.
    """
    if len(corners) < 3:
        return False
    edges = [(bx - ax, by - ay) for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True)]
    turns = {_sign(ux * vy - uy * vx) for (ux, uy), (vx, vy) in zip(edges, edges[1:] + edges[:1], strict=True)}
    if {1, -1} <= turns or turns == {0}:
        return False
    return all(_changes([_sign(edge[axis]) for edge in edges]) <= 2 for axis in (0, 1))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _changes(signs: list[int]) -> int:
    moving = [s for s in signs if s]
    return sum(a != b for a, b in zip(moving, moving[1:] + moving[:1], strict=True))


EXAMPLES = [
    (([(0, 0), (2, 0), (2, 2), (0, 2)],), True),
    (([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)],), False),
    (([(0, 0), (1, 1)],), False),
    (([(0, 0), (1, 0), (2, 0), (0, 2)],), True),
    (([(0, 2), (1, -2), (-2, 1), (2, 1), (-1, -2)],), False),
]


def inputs(random):
    for _ in range(200):
        yield (random.sample([(x, y) for x in range(4) for y in range(4)], random.randint(3, 5)),)


def oracle(corners):
    # convex exactly if every edge has all corners on one side, and each corner lies between its neighbours once
    n = len(corners)
    sides = []
    for i in range(n):
        (ax, ay), (bx, by) = corners[i], corners[(i + 1) % n]
        values = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in corners]
        if min(values) < 0 < max(values) or (min(values) == max(values) == 0):
            return False
        sides.append(min(values) >= 0)
    if len(set(sides)) != 1:
        return False
    length = [
        ((corners[i][0] - corners[i - 1][0]) ** 2 + (corners[i][1] - corners[i - 1][1]) ** 2) ** 0.5 for i in range(n)
    ]
    return abs(sum(length) - _hull_length(corners)) < 1e-9


def _hull_length(corners):
    total = 0.0
    for a in corners:
        for b in corners:
            if a != b:
                values = [(b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) for x, y in corners]
                between = [
                    p
                    for p in corners
                    if p not in (a, b) and (b[0] - a[0]) * (p[1] - a[1]) == (b[1] - a[1]) * (p[0] - a[0])
                ]
                if min(values) >= 0 and all(min(a, b) < p < max(a, b) for p in between):
                    total += ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
    return total
