from fractions import Fraction


def farey_sequence(order: int) -> list[tuple[int, int]]:
    """List the reduced fractions from 0/1 to 1/1 whose denominators are at most order, in rising order.

    Use when: all simple ratios of a range are enumerated without sorting or repeated values.
    Complexity: O(order^2) steps, which is the size of the answer.
    Source: Graham, Knuth and Patashnik, Concrete Mathematics, 4.5.
    """
    if order < 1:
        raise ValueError(f"order {order} is below 1")
    a, b, c, d = 0, 1, 1, order
    sequence = [(a, b)]
    while c <= order and d >= 1 and (a, b) != (1, 1):
        sequence.append((c, d))
        step = (order + b) // d
        a, b, c, d = c, d, step * c - a, step * d - b
    return sequence


EXAMPLES = [
    ((1,), [(0, 1), (1, 1)]),
    ((3,), [(0, 1), (1, 3), (1, 2), (2, 3), (1, 1)]),
    ((2,), [(0, 1), (1, 2), (1, 1)]),
]
REFUSED = [(0,)]


def inputs(random):
    for order in range(1, 26):
        yield (order,)


def oracle(order):
    values = {Fraction(n, d) for d in range(1, order + 1) for n in range(d + 1)}
    return [(v.numerator, v.denominator) for v in sorted(values)]
