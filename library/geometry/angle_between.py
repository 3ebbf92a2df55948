from math import acos, atan2, degrees


def angle_between(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """Return the angle between two vectors of the same dimension in degrees, 0 to 180, exact also for small angles.

    Use when: directions, normals or embeddings are compared.
    Complexity: O(dimension).
    Source: Kahan, How Futile are Mindless Assessments of Roundoff: 2 atan2(|u-v|, |u+v|) of unit vectors.
    """
    if len(first) != len(second):
        raise ValueError(f"dimensions {len(first)} and {len(second)} differ")
    lengths = [sum(x * x for x in vector) ** 0.5 for vector in (first, second)]
    if 0 in lengths:
        raise ValueError("a vector has no direction")
    pairs = [(a / lengths[0], b / lengths[1]) for a, b in zip(first, second, strict=True)]
    apart = sum((a - b) ** 2 for a, b in pairs) ** 0.5
    along = sum((a + b) ** 2 for a, b in pairs) ** 0.5
    return degrees(2 * atan2(apart, along))


EXAMPLES = [
    (((1.0, 0.0), (0.0, 2.0)), 90.0),
    (((1.0, 1.0), (2.0, 2.0)), 0.0),
    (((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0)), 180.0),
    (((1.0, 0.0), (1.0, 1.0)), 45.0),
]
REFUSED = [((0.0, 0.0), (1.0, 0.0)), ((1.0,), (1.0, 0.0))]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 4)
        vectors = [tuple(float(random.randint(-5, 5)) for _ in range(n)) for _ in range(2)]
        if all(map(any, vectors)):
            yield tuple(vectors)


def property_agrees_with_the_cosine(result, first, second):
    dot = sum(a * b for a, b in zip(first, second, strict=True))
    cosine = dot / (sum(a * a for a in first) * sum(b * b for b in second)) ** 0.5
    return abs(result - degrees(acos(max(-1.0, min(1.0, cosine))))) < 1e-5
