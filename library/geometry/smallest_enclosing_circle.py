from itertools import combinations
from math import dist


def smallest_enclosing_circle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return (x, y, radius) of the smallest circle that holds all points.

    Use when: a centre with the least largest distance is placed.
    Complexity: O(n) expected for points in random order, O(n^3) at worst.
    Source: Welzl 1991 (doi:10.1007/BFb0038202) in its incremental form, points taken as they come.
    """
    if not points:
        raise ValueError("there is no point")
    circle = (*points[0], 0.0)
    for i, p in enumerate(points):
        if _holds(circle, p):
            continue
        circle = (*p, 0.0)
        for j, q in enumerate(points[:i]):
            if _holds(circle, q):
                continue
            circle = _spanned([p, q])
            for r in points[:j]:
                if not _holds(circle, r):
                    circle = _spanned([p, q, r])
    return circle


def _holds(circle: tuple[float, float, float], point: tuple[float, float]) -> bool:
    return dist(circle[:2], point) <= circle[2] * (1 + 1e-12) + 1e-12


def _spanned(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The circle on a diameter of two of the points if it holds the third, otherwise through all three."""
    for p, q in combinations(points, 2):
        middle = ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)
        circle = (*middle, dist(middle, p))
        if all(_holds(circle, other) for other in points):
            return circle
    (ax, ay), (bx, by), (cx, cy) = points
    ux, uy, vx, vy = bx - ax, by - ay, cx - ax, cy - ay
    twice, u, v = 2 * (ux * vy - uy * vx), ux * ux + uy * uy, vx * vx + vy * vy
    x, y = (vy * u - uy * v) / twice, (ux * v - vx * u) / twice
    return ax + x, ay + y, (x * x + y * y) ** 0.5


EXAMPLES = [
    (([(0.0, 0.0), (2.0, 0.0)],), (1.0, 0.0, 1.0)),
    (([(3.0, 4.0)],), (3.0, 4.0, 0.0)),
    (([(0.0, 0.0), (4.0, 0.0), (2.0, 1.0)],), (2.0, 0.0, 2.0)),
]
REFUSED = [([],)]


def inputs(random):
    for _ in range(100):
        yield ([(float(random.randint(-6, 6)), float(random.randint(-6, 6))) for _ in range(random.randint(1, 7))],)


def property_holds_all_points(result, points):
    x, y, r = result
    return all(((px - x) ** 2 + (py - y) ** 2) ** 0.5 <= r + 1e-6 for px, py in points)


def property_no_pair_or_triple_gives_a_smaller_one(result, points):
    unique = sorted(set(points))
    circles = [
        _spanned(list(chosen)) for n in (2, 3) for chosen in combinations(unique, n) if n == 2 or not _flat(*chosen)
    ]
    fits = [
        c[2] for c in circles if all(((px - c[0]) ** 2 + (py - c[1]) ** 2) ** 0.5 <= c[2] + 1e-7 for px, py in points)
    ]
    return result[2] <= min(fits, default=0.0) + 1e-6


def _flat(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) == (b[1] - a[1]) * (c[0] - a[0])
