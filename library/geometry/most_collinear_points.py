from math import gcd


def most_collinear_points(points: list[tuple[int, int]]) -> int:
    """Return the largest number of points on one straight line, repeated points counted each time.

    Use when: alignments in data or pixel sets are detected exactly.
    Complexity: O(n^2).
    Source: for each point, count the others by their reduced direction.
    """
    best = 0
    for index, (x, y) in enumerate(points):
        directions: dict[tuple[int, int], int] = {}
        same = 1
        for other_x, other_y in points[index + 1 :]:
            dx, dy = other_x - x, other_y - y
            if dx == dy == 0:
                same += 1
                continue
            shared = gcd(dx, dy) * (-1 if (dx, dy) < (0, 0) else 1)
            key = (dx // shared, dy // shared)
            directions[key] = directions.get(key, 0) + 1
        best = max(best, same + max(directions.values(), default=0))
    return best


EXAMPLES = [(([(1, 1), (2, 2), (3, 3), (1, 3)],), 3), (([],), 0), (([(0, 0), (0, 0)],), 2), (([(0, 0), (1, 5)],), 2)]


def inputs(random):
    for _ in range(150):
        yield ([(random.randint(-2, 2), random.randint(-2, 2)) for _ in range(random.randint(0, 9))],)


def oracle(points):
    best = max((points.count(p) for p in points), default=0)
    for a in points:
        for b in points:
            if a != b:
                best = max(best, sum((b[0] - a[0]) * (y - a[1]) == (b[1] - a[1]) * (x - a[0]) for x, y in points))
    return best
