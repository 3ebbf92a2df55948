from math import fsum


def trimmed_mean(values: list[float], share: float) -> float:
    """Return the mean after cutting a share of the smallest and the same of the largest values, rounded down.

    Use when: averages of ratings or measurements should resist extremes.
    Complexity: O(n log n).
    Source: Tukey 1962; scipy.stats.trim_mean.
    """
    if not 0 <= share < 0.5 or not values:
        raise ValueError("at least one value and a share from 0 to below 0.5 were expected")
    cut = int(share * len(values))
    kept = sorted(values)[cut : len(values) - cut]
    return fsum(kept) / len(kept)


EXAMPLES = [(([1.0, 2.0, 3.0, 100.0], 0.25), 2.5), (([5.0], 0.4), 5.0), (([1.0, 3.0], 0.0), 2.0)]
REFUSED = [([], 0.1), ([1.0], 0.5), ([1.0], -0.1)]


def inputs(random):
    for _ in range(120):
        yield (
            [float(random.randint(-9, 9)) for _ in range(random.randint(1, 10))],
            random.choice([0.0, 0.1, 0.25, 0.49]),
        )


def oracle(values, share):
    rest = list(values)
    for _ in range(int(share * len(values))):
        rest.remove(min(rest))
        rest.remove(max(rest))
    return sum(rest) / len(rest)
