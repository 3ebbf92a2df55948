import statistics


def outliers_by_quartiles(values: list[float], factor: float) -> list[float]:
    """List the values further from the middle half than factor times its width, in their order.

    Use when: suspicious values are flagged; a factor of 1.5 is usual.
    Complexity: O(n log n).
    Source: Tukey's fences 1977, with quartiles interpolated as R's type 7.
    """
    if factor < 0:
        raise ValueError(f"factor {factor} is negative")
    if not values:
        return []
    ordered = sorted(values)

    def quantile(share: float) -> float:
        below, part = divmod(share * (len(ordered) - 1), 1)
        return ordered[int(below)] * (1 - part) + ordered[min(int(below) + 1, len(ordered) - 1)] * part

    low, high = quantile(0.25), quantile(0.75)
    reach = factor * (high - low)
    return [value for value in values if value < low - reach or value > high + reach]


EXAMPLES = [
    (([1.0, 2.0, 3.0, 2.0, 50.0, 2.0], 1.5), [50.0]),
    (([], 1.5), []),
    (([5.0], 1.5), []),
    (([1.0, 1.0, 1.0, 1.0, 2.0], 1.5), [2.0]),
]
REFUSED = [([1.0], -1.0)]


def inputs(random):
    for _ in range(150):
        yield (
            [
                float(random.choice([random.randint(-5, 5), random.randint(-60, 60)]))
                for _ in range(random.randint(2, 12))
            ],
            random.choice([0.0, 1.5, 3.0]),
        )


def oracle(values, factor):
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return [v for v in values if not low - factor * (high - low) <= v <= high + factor * (high - low)]
