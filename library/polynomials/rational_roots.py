from fractions import Fraction


def rational_roots(coefficients: list[int]) -> list[str]:
    """List the different rational roots of an integer polynomial, highest power first, rising, as "p" or "p/q".

    Use when: equations are solved exactly where possible.
    Complexity: O(divisors of the ends * n).
    Source: the rational root theorem, Descartes 1637.
    """
    kept = list(coefficients)
    while kept and kept[0] == 0:
        kept.pop(0)
    if not kept:
        raise ValueError("every number is a root of the zero polynomial")
    roots = set()
    while kept[-1] == 0:
        roots.add(Fraction(0))
        kept.pop()
    for top in _divisors(kept[-1]):
        for bottom in _divisors(kept[0]):
            for candidate in (Fraction(top, bottom), Fraction(-top, bottom)):
                value = Fraction(0)
                for coefficient in kept:
                    value = value * candidate + coefficient
                if value == 0:
                    roots.add(candidate)
    return [str(root) for root in sorted(roots)]


def _divisors(number: int) -> list[int]:
    return [d for d in range(1, abs(number) + 1) if number % d == 0]


EXAMPLES = [(([2, -3, -2],), ["-1/2", "2"]), (([1, 0, 1],), []), (([1, -2, 0, 0],), ["0", "2"]), (([7],), [])]
REFUSED = [([],), ([0, 0],)]


def inputs(random):
    for _ in range(40):
        roots = [(random.randint(1, 3), random.randint(-5, 5)) for _ in range(random.randint(0, 3))]
        polynomial = [random.choice([1, 2, -1])]
        factors = [list(r) for r in roots] + ([[1, 0, 1]] if random.random() < 0.4 else [])
        for f in factors:
            polynomial = [
                sum(polynomial[i] * f[k - i] for i in range(len(polynomial)) if 0 <= k - i < len(f))
                for k in range(len(polynomial) + len(f) - 1)
            ]
        yield (polynomial,)


def oracle(coefficients):
    candidates = {Fraction(p, q) for q in (1, 2, 3, 4, 6) for p in range(-30, 31)}
    n = len(coefficients) - 1
    return [str(x) for x in sorted(candidates) if sum(c * x ** (n - i) for i, c in enumerate(coefficients)) == 0]
