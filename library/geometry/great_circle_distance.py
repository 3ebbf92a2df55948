from math import acos, asin, cos, radians, sin, sqrt


def great_circle_distance(first: tuple[float, float], second: tuple[float, float], radius: float) -> float:
    """Return the distance along a sphere between two (latitude, longitude) points in degrees.

    Use when: distances on Earth (radius 6371.0088 km) are estimated to half a per cent.
    Complexity: O(1).
    Source: the haversine formula, Sinnott 1984; stable for small distances.
    """
    for latitude, _ in (first, second):
        if not -90 <= latitude <= 90:
            raise ValueError(f"latitude {latitude} is not in -90 to 90")
    north, south = radians(first[0]), radians(second[0])
    haversine = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(radians(first[1] - second[1]) / 2) ** 2
    return 2 * radius * asin(sqrt(min(1.0, haversine)))


EXAMPLES = [
    (((0.0, 0.0), (0.0, 90.0), 1.0), 1.5707963267948966),
    (((90.0, 10.0), (-90.0, 50.0), 1.0), 3.141592653589793),
    (((12.5, 7.0), (12.5, 367.0), 6371.0), 0.0),
]
REFUSED = [((91.0, 0.0), (0.0, 0.0), 1.0)]


def inputs(random):
    for _ in range(200):
        yield (
            (random.uniform(-90, 90), random.uniform(-180, 180)),
            (random.uniform(-90, 90), random.uniform(-180, 180)),
            random.uniform(1, 100),
        )


def property_agrees_with_the_angle_of_vectors(result, first, second, radius):
    def vector(p):
        lat, lon = radians(p[0]), radians(p[1])
        return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)

    dot = sum(a * b for a, b in zip(vector(first), vector(second), strict=True))
    return abs(result - radius * acos(max(-1.0, min(1.0, dot)))) < 1e-5 * radius
