from fractions import Fraction


def lagrange_polynomial(points: list[tuple[int, int]]) -> list[str]:
    """Return the coefficients, lowest power first, of the polynomial of least degree through points; "p" or "p/q".

    Use when: exact formulas are recovered from values, or secrets shared.
    Complexity: O(n^2) rational operations.
    Source: Newton's divided differences.
    """
    xs = [x for x, _ in points]
    if len(set(xs)) < len(xs):
        raise ValueError("an x occurs twice")
    differences = [Fraction(y) for _, y in points]
    for order in range(1, len(points)):
        for i in range(len(points) - 1, order - 1, -1):
            differences[i] = (differences[i] - differences[i - 1]) / (xs[i] - xs[i - order])
    polynomial: list[Fraction] = []
    for x, difference in zip(reversed(xs), reversed(differences), strict=True):
        shifted = [Fraction(0), *polynomial]
        scaled = [x * c for c in polynomial] + [Fraction(0)]
        polynomial = [a - b for a, b in zip(shifted, scaled, strict=True)]
        polynomial[0] += difference
    while polynomial and polynomial[-1] == 0:
        polynomial.pop()
    return [str(c) for c in polynomial]


EXAMPLES = [
    (([(0, 1), (1, 3), (2, 7)],), ["1", "1", "1"]),
    (([],), []),
    (([(5, 0)],), []),
    (([(0, 0), (2, 1)],), ["0", "1/2"]),
]
REFUSED = [([(1, 2), (1, 3)],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 6)
        yield (list(zip(random.sample(range(-6, 7), n), [random.randint(-9, 9) for _ in range(n)], strict=True)),)


def property_passes_through_the_points(result, points):
    return all(sum(Fraction(c) * x**p for p, c in enumerate(result)) == y for x, y in points)


def property_has_low_degree(result, points):
    return len(result) <= len(points) and result[-1:] != ["0"]
