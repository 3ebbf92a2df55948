import statistics


def spearman_correlation(first: list[float], second: list[float]) -> float:
    """Return the correlation of the ranks of two samples, ties averaged; NaN where one of them does not vary.

    Use when: monotone association is measured, whatever its form.
    Complexity: O(n log n).
    Source: Spearman 1904.
    """
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("two samples of the same size of at least 2 were expected")
    centre = (len(first) + 1) / 2
    one, two = ([rank - centre for rank in _ranks(sample)] for sample in (first, second))
    spread = (sum(a * a for a in one) * sum(b * b for b in two)) ** 0.5
    return sum(a * b for a, b in zip(one, two, strict=True)) / spread if spread else float("nan")


def _ranks(sample: list[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(sample), 1):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in sample]


EXAMPLES = [
    (([1.0, 2.0, 3.0], [1.0, 8.0, 27.0]), 1.0),
    (([1.0, 2.0, 3.0], [9.0, 4.0, 1.0]), -1.0),
    (([1.0, 2.0, 2.0], [1.0, 2.0, 3.0]), 0.8660254037844387),
]
REFUSED = [([1.0], [1.0]), ([1.0, 2.0], [1.0])]


def inputs(random):
    for _ in range(150):
        n = random.randint(2, 9)
        yield [float(random.randint(-4, 4)) for _ in range(n)], [float(random.randint(-4, 4)) for _ in range(n)]


def oracle(first, second):
    if len(set(first)) == 1 or len(set(second)) == 1:
        return float("nan")
    ranks = [[sum(w < v for w in s) + sum(w == v for w in s) / 2 for v in s] for s in (first, second)]
    return statistics.correlation(*ranks)
