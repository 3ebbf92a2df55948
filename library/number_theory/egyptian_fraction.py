from fractions import Fraction
from itertools import pairwise


def egyptian_fraction(numerator: int, denominator: int) -> list[int]:
    """Write a fraction between 0 and 1 as a sum of distinct unit fractions; returns their denominators, rising.

    Use when: something is to be shared fairly in few equal cuts, or for recreational number theory.
    Complexity: at most numerator steps, but the denominators may grow doubly exponentially.
    Source: Fibonacci 1202, the greedy method.
    """
    if not 0 < numerator < denominator:
        raise ValueError(f"{numerator}/{denominator} is not between 0 and 1")
    rest, parts = Fraction(numerator, denominator), []
    while rest:
        part = -(-rest.denominator // rest.numerator)
        parts.append(part)
        rest -= Fraction(1, part)
    return parts


EXAMPLES = [((4, 13), [4, 18, 468]), ((1, 2), [2]), ((2, 3), [2, 6]), ((6, 8), [2, 4])]
REFUSED = [(3, 2), (0, 5), (1, 1)]


def inputs(random):
    for _ in range(80):
        d = random.randint(2, 30)
        yield random.randint(1, d - 1), d


def property_adds_up(result, numerator, denominator):
    return sum(Fraction(1, d) for d in result) == Fraction(numerator, denominator)


def property_denominators_rise(result, numerator, denominator):
    return all(a < b for a, b in pairwise(result))
