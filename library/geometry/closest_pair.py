from math import dist, inf


def closest_pair(points: list[tuple[float, float]]) -> float:
    """Return the smallest distance between two of at least two points; 0 if one is given twice.

    Use when: near-collisions or resolution limits in large sets are found.
    Complexity: O(n log n) expected, by a sweep that keeps only near points.
    Source: Shamos and Hoey 1975; Hinrichs, Nievergelt and Schorn 1988, the plane sweep.
    """
    if len(points) < 2:
        raise ValueError("at least two points were expected")
    best = inf
    near: list[tuple[float, float]] = []
    for point in sorted(points):
        near = [other for other in near if point[0] - other[0] < best]
        for other in near:
            if abs(other[1] - point[1]) < best:
                best = min(best, dist(point, other))
        near.append(point)
    return best


EXAMPLES = [
    (([(0.0, 0.0), (3.0, 4.0), (1.0, 0.0)],), 1.0),
    (([(0.0, 0.0), (3.0, 4.0)],), 5.0),
    (([(1.0, 1.0), (1.0, 1.0)],), 0.0),
]
REFUSED = [([],), ([(1.0, 1.0)],)]


def inputs(random):
    for _ in range(150):
        yield ([(random.randint(0, 40) / 4, random.randint(0, 40) / 4) for _ in range(random.randint(2, 12))],)


def oracle(points):
    return min(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(points) for b in points[:i])
