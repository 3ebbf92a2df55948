from fractions import Fraction


def count_real_roots(coefficients: list[int]) -> int:
    """Count the different real roots of an integer polynomial, highest power first, exactly.

    Use when: the existence of solutions is decided without approximating them.
    Complexity: O(n^2) rational operations.
    Source: Sturm 1829: changes of sign in a chain of remainders, at minus and plus infinity.
    """
    start = next((i for i, c in enumerate(coefficients) if c), len(coefficients))
    polynomial = [Fraction(c) for c in coefficients[start:]]
    if not polynomial:
        raise ValueError("every number is a root of the zero polynomial")
    degree = len(polynomial) - 1
    chain = [polynomial, [c * (degree - i) for i, c in enumerate(polynomial[:-1])]]
    while chain[-1]:
        chain.append([-c for c in _remainder(chain[-2], chain[-1])])
    chain.pop()
    at_plus = [p[0] > 0 for p in chain]
    at_minus = [(p[0] > 0) == (len(p) % 2 == 1) for p in chain]
    return _changes(at_minus) - _changes(at_plus)


def _remainder(dividend: list[Fraction], divisor: list[Fraction]) -> list[Fraction]:
    rest = list(dividend)
    while len(rest) >= len(divisor):
        factor = rest[0] / divisor[0]
        for i, c in enumerate(divisor):
            rest[i] -= factor * c
        rest.pop(0)
    while rest and rest[0] == 0:
        rest.pop(0)
    return rest


def _changes(signs: list[bool]) -> int:
    return sum(a != b for a, b in zip(signs, signs[1:], strict=False))


EXAMPLES = [(([1, 0, -1],), 2), (([1, 0, 1],), 0), (([1, -2, 1],), 1), (([5],), 0), (([1, 0, 0, 0],), 1)]
REFUSED = [([],), ([0],)]


def inputs(random):
    def times(a, b):
        return [sum(a[i] * b[k - i] for i in range(len(a)) if 0 <= k - i < len(b)) for k in range(len(a) + len(b) - 1)]

    for _ in range(100):
        polynomial = [random.choice([1, -2])]
        for _ in range(random.randint(0, 4)):
            polynomial = times(
                polynomial, random.choice([[1, random.randint(-3, 3)], [1, 0, random.randint(1, 3)], [2, 1]])
            )
        yield (polynomial,)


def oracle(coefficients):
    # these polynomials have roots at halves only, besides complex ones
    n = len(coefficients) - 1
    return sum(sum(c * Fraction(x, 2) ** (n - i) for i, c in enumerate(coefficients)) == 0 for x in range(-6, 7))
