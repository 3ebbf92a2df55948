from math import atan2, cos, degrees, radians, sin


def compass_bearing(origin: tuple[float, float], target: tuple[float, float]) -> float:
    """Return the initial course from one (latitude, longitude) point to another, clockwise from north in [0, 360).

    Use when: directions are shown to people, or tracks on a sphere are started.
    Complexity: O(1).
    Source: spherical trigonometry; Williams, Aviation Formulary.
    """
    start, end, turn = radians(origin[0]), radians(target[0]), radians(target[1] - origin[1])
    east = sin(turn) * cos(end)
    north = cos(start) * sin(end) - sin(start) * cos(end) * cos(turn)
    return degrees(atan2(east, north)) % 360.0


EXAMPLES = [
    (((0.0, 0.0), (10.0, 0.0)), 0.0),
    (((0.0, 0.0), (0.0, 10.0)), 90.0),
    (((0.0, 0.0), (-10.0, 0.0)), 180.0),
    (((0.0, 0.0), (0.0, -10.0)), 270.0),
]


def inputs(random):
    for _ in range(200):
        yield (random.uniform(-80, 80), random.uniform(-180, 180)), (random.uniform(-80, 80), random.uniform(-180, 180))


def property_following_it_comes_nearer(result, origin, target):
    def vector(p):
        lat, lon = radians(p[0]), radians(p[1])
        return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)

    step = 1e-4
    course = radians(result)
    moved = (origin[0] + step * cos(course), origin[1] + step * sin(course) / cos(radians(origin[0])))
    goal = vector(target)
    dots = [sum(a * b for a, b in zip(vector(p), goal, strict=True)) for p in (origin, moved)]
    distance = (1 - min(1.0, dots[0]) ** 2) ** 0.5
    gained = (dots[1] - dots[0]) / radians(step)
    return 0 <= result < 360 and (distance < 1e-3 or abs(gained / distance - 1) < 1e-2)
