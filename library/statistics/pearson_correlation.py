import statistics
from math import fsum, sqrt


def pearson_correlation(first: list[float], second: list[float]) -> float:
    """Return the linear correlation of two samples, -1 to 1; NaN where one of them does not vary.

    Use when: linear association is measured.
    Complexity: O(n).
    Source: Pearson 1895.
    """
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("two samples of the same size of at least 2 were expected")
    means = [fsum(sample) / len(sample) for sample in (first, second)]
    pairs = [(a - means[0], b - means[1]) for a, b in zip(first, second, strict=True)]
    spread = sqrt(fsum(a * a for a, _ in pairs) * fsum(b * b for _, b in pairs))
    return max(-1.0, min(1.0, fsum(a * b for a, b in pairs) / spread)) if spread else float("nan")


EXAMPLES = [
    (([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]), 1.0),
    (([1.0, 2.0, 3.0], [3.0, 2.0, 1.0]), -1.0),
    (([1.0, 2.0, 3.0, 4.0], [1.0, 3.0, 2.0, 4.0]), 0.8),
]
REFUSED = [([1.0], [1.0]), ([1.0, 2.0], [1.0])]


def inputs(random):
    for _ in range(150):
        n = random.randint(2, 9)
        yield [float(random.randint(-5, 5)) for _ in range(n)], [float(random.randint(-5, 5)) for _ in range(n)]


def oracle(first, second):
    if len(set(first)) == 1 or len(set(second)) == 1:
        return float("nan")
    return statistics.correlation(first, second)
