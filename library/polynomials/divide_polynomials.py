from fractions import Fraction


def divide_polynomials(dividend: list[int], divisor: list[int]) -> tuple[list[str], list[str]]:
    """Divide polynomials with remainder, coefficients highest power first: (quotient, remainder) as "p" or "p/q".

    Leading zeros are dropped; the zero polynomial is [].
    Use when: polynomials are factored or reduced exactly.
    Complexity: O(n m).
    Source: Knuth, TAOCP vol. 2, 4.6.1, algorithm D.
    """
    rest = _stripped([Fraction(c) for c in dividend])
    by = _stripped([Fraction(c) for c in divisor])
    if not by:
        raise ValueError("division by the zero polynomial")
    quotient = []
    for start in range(len(rest) - len(by) + 1):
        factor = rest[start] / by[0]
        quotient.append(factor)
        for offset, coefficient in enumerate(by):
            rest[start + offset] -= factor * coefficient
    return [str(c) for c in quotient], [str(c) for c in _stripped(rest)]


def _stripped(coefficients: list[Fraction]) -> list[Fraction]:
    start = next((i for i, c in enumerate(coefficients) if c), len(coefficients))
    return coefficients[start:]


EXAMPLES = [
    (([1, -3, 2], [1, -1]), (["1", "-2"], [])),
    (([1, 0, 1], [2, 0]), (["1/2", "0"], ["1"])),
    (([5], [1, 1]), ([], ["5"])),
    (([], [3]), ([], [])),
]
REFUSED = [([1], []), ([1], [0, 0])]


def inputs(random):
    for _ in range(120):
        yield (
            [random.randint(-5, 5) for _ in range(random.randint(0, 6))],
            [random.choice([-3, -1, 1, 2]), *[random.randint(-5, 5) for _ in range(random.randint(0, 3))]],
        )


def property_multiplies_back(result, dividend, divisor):
    def value(coefficients, x):
        return sum(Fraction(c) * x**p for p, c in enumerate(reversed(coefficients)))

    return all(
        value(dividend, x) == value(result[0], x) * value(divisor, x) + value(result[1], x) for x in range(-6, 7)
    )


def property_remainder_is_smaller(result, dividend, divisor):
    return len(result[1]) < len(divisor) and all(part[:1] != ["0"] for part in result)
