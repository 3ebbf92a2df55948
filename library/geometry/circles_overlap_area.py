from math import acos, hypot, pi, sqrt


def circles_overlap_area(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    """Return the area that two circles (x, y, radius) share.

    Use when: coverage of sensors, or Venn diagrams, are computed.
    Complexity: O(1).
    Source: two circular segments; Weisstein, Circle-Circle Intersection.
    """
    big, small = max(first[2], second[2]), min(first[2], second[2])
    if small < 0:
        raise ValueError("a radius is negative")
    apart = hypot(first[0] - second[0], first[1] - second[1])
    if apart >= big + small:
        return 0.0
    if apart <= big - small:
        return pi * small * small
    chord = (apart * apart + big * big - small * small) / (2 * apart)  # distance of the chord from the big centre

    def segment(radius: float, height: float) -> float:
        cosine = max(-1.0, min(1.0, height / radius))
        return radius * radius * acos(cosine) - height * sqrt(max(0.0, radius * radius - height * height))

    return segment(big, chord) + segment(small, apart - chord)


EXAMPLES = [
    (((0.0, 0.0, 1.0), (3.0, 0.0, 1.0)), 0.0),
    (((0.0, 0.0, 2.0), (0.5, 0.0, 1.0)), 3.141592653589793),
    (((0.0, 0.0, 1.0), (1.0, 0.0, 1.0)), 1.2283696986087567),
]
REFUSED = [((0.0, 0.0, -1.0), (0.0, 0.0, 1.0))]


def inputs(random):
    for _ in range(60):
        yield tuple((random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(0.2, 2)) for _ in range(2))


def property_agrees_with_slices(result, first, second):
    # the length that both share on each of many lines x = constant
    low, high, steps, area = (
        max(first[0] - first[2], second[0] - second[2]),
        min(first[0] + first[2], second[0] + second[2]),
        400,
        0.0,
    )
    for i in range(steps if high > low else 0):
        x = low + (i + 0.5) * (high - low) / steps
        half = [sqrt(max(0.0, r * r - (x - cx) ** 2)) for cx, _, r in (first, second)]
        shared = min(first[1] + half[0], second[1] + half[1]) - max(first[1] - half[0], second[1] - half[1])
        area += max(0.0, shared) * (high - low) / steps
    return abs(area - result) < 0.01
