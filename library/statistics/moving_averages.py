import math
from fractions import Fraction


def moving_averages(values: list[float], width: int) -> list[float]:
    """Return the mean of every window of width neighbours; none if the list is shorter.

    Use when: series are smoothed. Sums are kept exactly, so that long series do not drift.
    Complexity: O(n) big-rational additions.
    Source: a sliding sum in rational numbers.
    """
    if width < 1:
        raise ValueError(f"width {width} is below 1")
    exact = [Fraction(value) for value in values]
    total, means = sum(exact[: width - 1], Fraction(0)), []
    for place in range(width - 1, len(values)):
        total += exact[place]
        means.append(float(total / width))
        total -= exact[place - width + 1]
    return means


EXAMPLES = [
    (([1.0, 2.0, 3.0, 4.0], 2), [1.5, 2.5, 3.5]),
    (([1.0], 2), []),
    (([0.5, 0.25], 1), [0.5, 0.25]),
    (([10000000000000000.0, 1.0, 1.0], 2), [5000000000000000.5, 1.0]),
]
REFUSED = [([1.0], 0)]


def inputs(random):
    for _ in range(150):
        yield [random.choice([1e15, 1.0, -1e15, 0.25]) for _ in range(random.randint(0, 9))], random.randint(1, 4)


def oracle(values, width):
    return [math.fsum(values[i : i + width]) / width for i in range(len(values) - width + 1)]
