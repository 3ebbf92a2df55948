def farthest_pair(points: list[tuple[int, int]]) -> int:
    """Return the square of the largest distance between two points; 0 for fewer than two.

    Use when: the extent of a cloud of points is measured.
    Complexity: O(n log n): corners of the convex hull, then rotating calipers.
    Source: Shamos 1978.
    """
    hull = _hull(points)
    if len(hull) < 2:
        return 0
    best, opposite = 0, 1
    for i, a in enumerate(hull):
        b = hull[(i + 1) % len(hull)]
        while _cross(a, b, hull[(opposite + 1) % len(hull)]) > _cross(a, b, hull[opposite]):
            opposite = (opposite + 1) % len(hull)
        far = hull[opposite]
        best = max(best, *((p[0] - far[0]) ** 2 + (p[1] - far[1]) ** 2 for p in (a, b)))
    return best


def _cross(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _hull(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    ordered = sorted(set(points))
    sides = []
    for line in (ordered, ordered[::-1]):
        side: list[tuple[int, int]] = []
        for point in line:
            while len(side) > 1 and _cross(side[-2], side[-1], point) <= 0:
                side.pop()
            side.append(point)
        sides.append(side[:-1])
    return sides[0] + sides[1] or ordered


EXAMPLES = [(([(0, 0), (3, 4), (1, 1)],), 25), (([],), 0), (([(2, 2)],), 0), (([(0, 0), (0, 2), (2, 0), (2, 2)],), 8)]


def inputs(random):
    for _ in range(200):
        yield ([(random.randint(-5, 5), random.randint(-5, 5)) for _ in range(random.randint(0, 10))],)


def oracle(points):
    return max(((a - c) ** 2 + (b - d) ** 2 for a, b in points for c, d in points), default=0)
