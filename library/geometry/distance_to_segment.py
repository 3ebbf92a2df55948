from math import hypot


def distance_to_segment(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance of a point from the nearest point of the segment from a to b.

    Use when: positions are snapped to roads or lines, or clearance is measured.
    Complexity: O(1).
    Source: projection on the line, clamped to the segment.
    """
    ux, uy = b[0] - a[0], b[1] - a[1]
    square = ux * ux + uy * uy
    along = ((point[0] - a[0]) * ux + (point[1] - a[1]) * uy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return hypot(point[0] - a[0] - along * ux, point[1] - a[1] - along * uy)


EXAMPLES = [
    (((0.0, 2.0), (-1.0, 0.0), (1.0, 0.0)), 2.0),
    (((4.0, 4.0), (0.0, 0.0), (1.0, 0.0)), 5.0),
    (((3.0, 4.0), (0.0, 0.0), (0.0, 0.0)), 5.0),
]


def inputs(random):
    for _ in range(100):
        yield tuple((float(random.randint(-5, 5)), float(random.randint(-5, 5))) for _ in range(3))


def property_no_point_of_the_segment_is_nearer(result, point, a, b):
    steps = [(a[0] + t / 200 * (b[0] - a[0]), a[1] + t / 200 * (b[1] - a[1])) for t in range(201)]
    nearest = min(hypot(point[0] - x, point[1] - y) for x, y in steps)
    return -1e-9 <= nearest - result < 0.05
