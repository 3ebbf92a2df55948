from fractions import Fraction
from math import fsum


def autocorrelation(values: list[float], lag: int) -> float:
    """Correlate a series with itself shifted by lag, about the common mean; NaN if it does not vary.

    Use when: periods or memory of a series are looked for.
    Complexity: O(n).
    Source: Box and Jenkins: the biased estimator, so that the values lie within -1 to 1.
    """
    if not 0 <= lag < len(values):
        raise ValueError(f"lag {lag} for {len(values)} values")
    mean = fsum(values) / len(values)
    centred = [value - mean for value in values]
    power = fsum(x * x for x in centred)
    return fsum(a * b for a, b in zip(centred, centred[lag:], strict=False)) / power if power else float("nan")


EXAMPLES = [(([1.0, -1.0, 1.0, -1.0], 2), 0.5), (([1.0, 2.0, 3.0], 0), 1.0), (([1.0, -1.0, 1.0, -1.0], 1), -0.75)]
REFUSED = [([1.0], 1), ([], 0), ([1.0, 2.0], -1)]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 9)
        yield [float(random.randint(-5, 5)) for _ in range(n)], random.randrange(n)


def oracle(values, lag):
    exact = [Fraction(v) for v in values]
    mean = sum(exact) / len(exact)
    power = sum((x - mean) ** 2 for x in exact)
    shifted = sum((exact[i] - mean) * (exact[i + lag] - mean) for i in range(len(exact) - lag))
    return float(shifted / power) if power else float("nan")
