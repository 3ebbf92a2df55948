def weighted_median(values: list[float], weights: list[float]) -> float:
    """Return the smallest value at which the weights up to it reach half of the total.

    Use when: the centre of unequally important data must resist outliers.
    Complexity: O(n log n).
    Source: Edgeworth 1888; it minimises the weighted sum of distances.
    """
    pairs = sorted(zip(values, weights, strict=True))
    if any(weight < 0 for _, weight in pairs) or sum(weight for _, weight in pairs) <= 0:
        raise ValueError("weights of at least 0, and not all 0, were expected")
    half, reached = sum(weight for _, weight in pairs) / 2, 0.0
    for value, weight in pairs:
        reached += weight
        if reached >= half and weight > 0:
            return value
    return pairs[-1][0]


EXAMPLES = [
    (([1.0, 2.0, 3.0], [1.0, 1.0, 3.0]), 3.0),
    (([5.0, 1.0], [1.0, 1.0]), 1.0),
    (([7.0], [2.0]), 7.0),
    (([1.0, 9.0], [0.0, 1.0]), 9.0),
]
REFUSED = [([], []), ([1.0], [-1.0]), ([1.0], [1.0, 2.0])]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 8)
        yield (
            [float(random.randint(-9, 9)) for _ in range(n)],
            [float(random.randint(0, 4)) for _ in range(n - 1)] + [1.0],
        )


def property_minimises_the_weighted_distance(result, values, weights):
    def cost(x):
        return sum(w * abs(v - x) for v, w in zip(values, weights, strict=True))

    return cost(result) <= min(map(cost, values)) + 1e-9


def property_is_the_smallest_of_them(result, values, weights):
    below = sum(w for v, w in zip(values, weights, strict=True) if v < result)
    return 2 * below < sum(weights) and result in values
