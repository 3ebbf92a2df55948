from fractions import Fraction


def segments_intersect(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]) -> bool:
    """Decide whether the closed segments from a to b and from c to d share a point; they may be single points.

    Use when: collisions, crossings or visibility are tested exactly on integers.
    Complexity: O(1).
    Source: orientation tests, Cormen et al., 33.1.
    """

    def side(p: tuple[int, int], q: tuple[int, int], r: tuple[int, int]) -> int:
        cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (cross > 0) - (cross < 0)

    for axis in (0, 1):
        if max(a[axis], b[axis]) < min(c[axis], d[axis]) or max(c[axis], d[axis]) < min(a[axis], b[axis]):
            return False
    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0


EXAMPLES = [
    (((0, 0), (2, 2), (0, 2), (2, 0)), True),
    (((0, 0), (1, 1), (2, 2), (3, 3)), False),
    (((0, 0), (2, 0), (1, 0), (1, 5)), True),
    (((0, 0), (0, 0), (0, 0), (0, 0)), True),
    (((0, 0), (4, 0), (2, 1), (2, 3)), False),
]


def inputs(random):
    for _ in range(300):
        yield tuple((random.randint(0, 3), random.randint(0, 3)) for _ in range(4))


def oracle(a, b, c, d):
    # clip the second segment, c + t (d - c), to the line of the first, then compare along it
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    candidates = [c, d, a, b]
    cross = ux * vy - uy * vx
    if cross:
        t = Fraction((c[0] - a[0]) * vy - (c[1] - a[1]) * vx, cross)
        candidates.append((a[0] + t * ux, a[1] + t * uy))

    def on(p, q, r):
        flat = (q[0] - p[0]) * (r[1] - p[1]) == (q[1] - p[1]) * (r[0] - p[0])
        return flat and min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])

    return any(on(a, b, p) and on(c, d, p) for p in candidates)
