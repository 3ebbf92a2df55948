from fractions import Fraction


def best_rational(numerator: int, denominator: int, largest: int) -> tuple[int, int]:
    """Find the fraction nearest to a positive one among those whose denominator is at most largest.

    Of two that are equally near, the one with the smaller denominator, then numerator. In lowest terms.
    Use when: a ratio must be realised with small whole numbers, such as gear teeth or time signatures.
    Complexity: O(log denominator) arithmetic operations.
    Source: convergents and semiconvergents; Khinchin, Continued Fractions, theorem 15.
    """
    if numerator < 0 or denominator < 1 or largest < 1:
        raise ValueError("a non-negative fraction and a largest denominator of at least 1 were expected")
    exact = Fraction(numerator, denominator)
    if exact.denominator <= largest:
        return exact.numerator, exact.denominator
    before, last = (0, 1), (1, 0)
    rest = exact
    while True:
        whole = rest.numerator // rest.denominator
        after = (before[0] + whole * last[0], before[1] + whole * last[1])
        if after[1] > largest:
            break
        before, last = last, after
        rest = 1 / (rest - whole)
    steps = (largest - before[1]) // last[1]
    semi = (before[0] + steps * last[0], before[1] + steps * last[1])
    return min((semi, last), key=lambda f: (abs(Fraction(*f) - exact), f[1], f[0]))


EXAMPLES = [
    ((314159, 100000, 10), (22, 7)),
    ((1, 3, 10), (1, 3)),
    ((7, 10, 1), (1, 1)),
    ((1, 2, 1), (0, 1)),
    ((31, 100, 9), (1, 3)),
]
REFUSED = [(1, 0, 5), (1, 2, 0)]


def inputs(random):
    for _ in range(120):
        yield random.randint(0, 99), random.randint(1, 60), random.randint(1, 12)


def oracle(numerator, denominator, largest):
    exact = Fraction(numerator, denominator)
    near = ((round(exact * d) + e, d) for d in range(1, largest + 1) for e in (-1, 0, 1))
    return min(near, key=lambda f: (abs(Fraction(*f) - exact), f[1], f[0]))
