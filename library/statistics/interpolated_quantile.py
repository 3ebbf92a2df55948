import statistics


def interpolated_quantile(values: list[float], share: float) -> float:
    """Return the value below which a share of the data lies, interpolated between neighbours (type 7).

    Use when: medians, quartiles or percentiles are reported as R and NumPy do by default.
    Complexity: O(n log n).
    Source: Hyndman and Fan 1996 (doi:10.1080/00031305.1996.10473566).
    """
    if not values or not 0 <= share <= 1:
        raise ValueError("at least one value and a share of 0 to 1 were expected")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


EXAMPLES = [
    (([1.0, 2.0, 3.0, 4.0], 0.5), 2.5),
    (([5.0], 0.9), 5.0),
    (([3.0, 1.0], 0.0), 1.0),
    (([1.0, 2.0, 3.0, 4.0], 0.25), 1.75),
]
REFUSED = [([], 0.5), ([1.0], 1.5)]


def inputs(random):
    for _ in range(150):
        yield [float(random.randint(-9, 9)) for _ in range(random.randint(2, 10))], random.randint(1, 19) / 20


def oracle(values, share):
    return statistics.quantiles(values, n=20, method="inclusive")[round(share * 20) - 1]
