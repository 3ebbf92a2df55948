import statistics


def running_mean_variance(values: list[float]) -> tuple[float, float]:
    """Return the mean and the sample variance (divided by n - 1) in one pass, without cancellation.

    Use when: long streams with a large mean are summarised. The variance of a single value is 0.
    Complexity: O(n), constant memory.
    Source: Welford 1962 (doi:10.1080/00401706.1962.10490022).
    """
    if not values:
        raise ValueError("there is no value")
    mean = squares = 0.0
    for count, value in enumerate(values, 1):
        delta = value - mean
        mean += delta / count
        squares += delta * (value - mean)
    return mean, squares / (len(values) - 1) if len(values) > 1 else 0.0


EXAMPLES = [
    (([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0],), (5.0, 4.571428571428571)),
    (([3.0],), (3.0, 0.0)),
    (([1000000000.0, 1000000001.0, 1000000002.0],), (1000000001.0, 1.0)),
]
REFUSED = [([],)]


def inputs(random):
    for _ in range(150):
        base = random.choice([0.0, 1e6])
        yield ([base + random.randint(-50, 50) / 4 for _ in range(random.randint(1, 12))],)


def oracle(values):
    return float(statistics.mean(values)), float(statistics.variance(values)) if len(values) > 1 else 0.0
