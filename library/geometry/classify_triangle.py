from math import acos, pi


def classify_triangle(a: int, b: int, c: int) -> tuple[str, str] | None:
    """Name a triangle with sides a, b, c by its sides and by its largest angle, or None if there is none.

    Use when: measurements are validated and described. A flat triangle is none.
    Complexity: O(1).
    Source: the triangle inequality and the converse of Pythagoras.
    """
    short, middle, long = sorted((a, b, c))
    if short <= 0 or short + middle <= long:
        return None
    by_sides = {1: "equilateral", 2: "isosceles", 3: "scalene"}[len({a, b, c})]
    excess = short * short + middle * middle - long * long
    by_angle = "right" if excess == 0 else "acute" if excess > 0 else "obtuse"
    return by_sides, by_angle


EXAMPLES = [
    ((3, 4, 5), ("scalene", "right")),
    ((2, 2, 2), ("equilateral", "acute")),
    ((1, 2, 3), None),
    ((2, 2, 3), ("isosceles", "obtuse")),
    ((0, 1, 1), None),
]


def inputs(random):
    for _ in range(200):
        yield tuple(random.randint(0, 12) for _ in range(3))


def oracle(a, b, c):
    if not (a < b + c and b < a + c and c < a + b):
        return None
    angle = max(acos((y * y + z * z - x * x) / (2 * y * z)) for x, y, z in ((a, b, c), (b, c, a), (c, a, b)))
    equal = (a == b) + (b == c) + (a == c)
    kind = "right" if abs(angle - pi / 2) < 1e-9 else "acute" if angle < pi / 2 else "obtuse"
    return ("scalene", "isosceles", "", "equilateral")[equal], kind
