from fractions import Fraction
from math import gcd


def polynomial_gcd(first: list[int], second: list[int]) -> list[int]:
    """Return the greatest common divisor of two integer polynomials, highest power first.

    Its coefficients have no common factor and the first one is positive; [] if both are zero.
    Use when: common roots are found or rational functions reduced.
    Complexity: O(n^2) rational operations.
    Source: Euclid's algorithm with primitive remainders; Knuth, TAOCP vol. 2, 4.6.1.
    """
    a, b = _primitive(first), _primitive(second)
    while b:
        rest = [Fraction(c) for c in a]
        while len(rest) >= len(b):
            factor = rest[0] / b[0]
            padded = b + [0] * (len(rest) - len(b))
            rest = [x - factor * y for x, y in zip(rest, padded, strict=True)][1:]
        scale = 1
        for c in rest:
            scale = scale * c.denominator // gcd(scale, c.denominator)
        a, b = b, _primitive([int(c * scale) for c in rest])
    return a


def _primitive(coefficients: list[int]) -> list[int]:
    start = next((i for i, c in enumerate(coefficients) if c), len(coefficients))
    kept = coefficients[start:]
    shared = gcd(*kept) * (-1 if kept and kept[0] < 0 else 1)
    return [c // shared for c in kept]


EXAMPLES = [
    (([1, -3, 2], [1, -1]), [1, -1]),
    (([2, 4], [3, 6]), [1, 2]),
    (([], []), []),
    (([1, 0, 1], [1, 1]), [1]),
    (([0, 6], []), [1]),
]


def inputs(random):
    def product(a, b):
        return [sum(a[i] * b[k - i] for i in range(len(a)) if 0 <= k - i < len(b)) for k in range(len(a) + len(b) - 1)]

    for _ in range(100):
        shared = [1, random.randint(-3, 3)]
        parts = [
            [random.randint(1, 3), *[random.randint(-4, 4) for _ in range(random.randint(0, 2))]] for _ in range(2)
        ]
        if random.random() < 0.7:
            parts = [product(shared, p) for p in parts]
        yield tuple(parts)


def property_divides_both(result, first, second):
    return all(not any(_rest(p, result)) for p in (first, second))


def property_cofactors_have_no_common_root(result, first, second):
    # the resultant of the cofactors, as the determinant of their Sylvester matrix, is not zero
    a, b = _quotient(first, result), _quotient(second, result)
    rows = [[0] * i + a + [0] * (len(b) - 2 - i) for i in range(len(b) - 1)] + [
        [0] * i + b + [0] * (len(a) - 2 - i) for i in range(len(a) - 1)
    ]
    return _determinant([list(map(Fraction, r)) for r in rows]) != 0


def _division(p, q):
    rest, out = [Fraction(c) for c in p], []
    for i in range(len(p) - len(q) + 1):
        out.append(rest[i] / q[0])
        for j, c in enumerate(q):
            rest[i + j] -= out[-1] * c
    return out, rest


def _rest(p, q):
    return _division(p, q)[1]


def _quotient(p, q):
    return _division(p, q)[0]


def _determinant(m):
    return (
        sum((-1) ** j * v * _determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j, v in enumerate(m[0]))
        if m
        else 1
    )
