from math import sqrt
from statistics import NormalDist


def wilson_interval(successes: int, trials: int, confidence: float) -> tuple[float, float]:
    """Return a confidence interval for a proportion that behaves well near 0 and 1 and for few trials.

    Use when: pass rates or shares are reported with their uncertainty.
    Complexity: O(1).
    Source: Wilson 1927 (doi:10.1080/01621459.1927.10502953).
    """
    if not (0 <= successes <= trials and trials > 0 and 0 < confidence < 1):
        raise ValueError("successes of at least one trial and a confidence between 0 and 1 were expected")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, square = successes / trials, z * z / trials
    centre = share + square / 2
    reach = z * sqrt(share * (1 - share) / trials + square / (4 * trials))
    low, high = (centre - reach) / (1 + square), (centre + reach) / (1 + square)
    return 0.0 if successes == 0 else low, 1.0 if successes == trials else high


EXAMPLES = [
    ((5, 10, 0.95), (0.236593090512564, 0.763406909487436)),
    ((0, 10, 0.95), (0.0, 0.2775327998628892)),
    ((10, 10, 0.95), (0.7224672001371107, 1.0)),
]
REFUSED = [(1, 0, 0.95), (3, 2, 0.95), (1, 2, 1.0), (-1, 2, 0.9)]


def inputs(random):
    for _ in range(150):
        trials = random.randint(1, 60)
        yield random.randint(0, trials), trials, random.choice([0.5, 0.9, 0.95, 0.99])


def property_the_ends_are_where_the_score_test_rejects(result, successes, trials, confidence):
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    ends = [p for p in result if 1e-9 < p < 1 - 1e-9]
    share = successes / trials
    return (
        all(abs(abs(share - p) / sqrt(p * (1 - p) / trials) - z) < 1e-6 for p in ends)
        and result[0] <= share <= result[1]
    )
