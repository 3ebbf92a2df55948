def evaluate_polynomial(coefficients: list[int], x: int) -> int:
    """Evaluate a polynomial given by its coefficients, highest power first; an empty list is 0.

    Use when: polynomials, number representations or hashes are computed with n multiplications.
    Complexity: O(n).
    Source: Horner 1819; Knuth, TAOCP vol. 2, 4.6.4.
    """
    value = 0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


EXAMPLES = [(([2, -6, 2, -1], 3), 5), (([], 7), 0), (([4], 9), 4), (([1, 0, 0], -2), 4)]


def inputs(random):
    for _ in range(150):
        yield [random.randint(-9, 9) for _ in range(random.randint(0, 6))], random.randint(-9, 9)


def oracle(coefficients, x):
    return sum(c * x**p for p, c in enumerate(reversed(coefficients)))
