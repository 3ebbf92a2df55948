from math import sqrt


def orthonormal_basis(vectors: list[list[float]]) -> list[list[float]]:
    """Turn vectors into unit vectors at right angles that span the same space; dependent ones are left out.

    Use when: coordinates are made orthogonal, or projections computed.
    Complexity: O(n^2 * dimension).
    Source: modified Gram-Schmidt, applied twice for accuracy (Kahan and Parlett, "twice is enough").
    """
    basis: list[list[float]] = []
    for vector in vectors:
        rest = list(map(float, vector))
        length = sqrt(sum(x * x for x in rest))
        for _ in range(2):
            for unit in basis:
                along = sum(a * b for a, b in zip(rest, unit, strict=True))
                rest = [a - along * b for a, b in zip(rest, unit, strict=True)]
        left = sqrt(sum(x * x for x in rest))
        if left > 1e-10 * length and length > 0:
            basis.append([x / left for x in rest])
    return basis


EXAMPLES = [
    (([[3.0, 4.0], [4.0, -3.0]],), [[0.6, 0.8], [0.8, -0.6]]),
    (([[1.0, 0.0], [2.0, 0.0]],), [[1.0, 0.0]]),
    (([],), []),
    (([[0.0]],), []),
]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 4)
        yield ([[float(random.randint(-4, 4)) for _ in range(n)] for _ in range(random.randint(0, 5))],)


def property_is_orthonormal(result, vectors):
    return all(
        abs(sum(x * y for x, y in zip(a, b, strict=True)) - (i == j)) < 1e-9
        for i, a in enumerate(result)
        for j, b in enumerate(result)
    )


def property_spans_the_vectors(result, vectors):
    for v in vectors:
        rest = list(v)
        for unit in result:
            along = sum(a * b for a, b in zip(v, unit, strict=True))
            rest = [a - along * b for a, b in zip(rest, unit, strict=True)]
        if max(map(abs, rest)) > 1e-8:
            return False
    return len(result) <= len(vectors)
