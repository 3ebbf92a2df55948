def gini_coefficient(values: list[float]) -> float:
    """Measure inequality of non-negative values, from 0 (all equal) to just below 1.

    Use when: concentration of income, traffic or usage is summarised.
    Complexity: O(n log n).
    Source: Gini 1912: half the relative mean absolute difference.
    """
    total = sum(values)
    if any(value < 0 for value in values) or total <= 0:
        raise ValueError("values of at least 0, and not all 0, were expected")
    size = len(values)
    weighted = sum((2 * place - size - 1) * value for place, value in enumerate(sorted(values), 1))
    return weighted / (size * total)


EXAMPLES = [(([1.0, 1.0, 1.0],), 0.0), (([0.0, 0.0, 1.0],), 0.6666666666666666), (([1.0, 3.0],), 0.25)]
REFUSED = [([],), ([0.0],), ([-1.0, 2.0],)]


def inputs(random):
    for _ in range(150):
        yield ([float(random.randint(0, 9)) for _ in range(random.randint(1, 9))] + [1.0],)


def oracle(values):
    n = len(values)
    return sum(abs(a - b) for a in values for b in values) / (2 * n * n * (sum(values) / n))
