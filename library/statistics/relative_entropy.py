from math import inf, log2


def relative_entropy(true: list[float], model: list[float]) -> float:
    """Return the Kullback-Leibler divergence in bits of a model from true probabilities; infinite where it says never.

    Use when: the price of a wrong distribution is measured.
    Complexity: O(n).
    Source: Kullback and Leibler 1951 (doi:10.1214/aoms/1177729694).
    """
    for name, chances in (("true", true), ("model", model)):
        if any(chance < 0 for chance in chances) or abs(sum(chances) - 1) > 1e-9:
            raise ValueError(f"{name} probabilities must be at least 0 and add up to 1")
    divergence = 0.0
    for p, q in zip(true, model, strict=True):
        if p > 0:
            divergence += p * log2(p / q) if q > 0 else inf
    return max(0.0, divergence)


EXAMPLES = [
    (([0.5, 0.5], [0.5, 0.5]), 0.0),
    (([1.0, 0.0], [0.5, 0.5]), 1.0),
    (([0.5, 0.5], [0.25, 0.75]), 0.20751874963942185),
]
REFUSED = [([0.5, 0.6], [0.5, 0.5]), ([1.0], [0.5, 0.5]), ([1.5, -0.5], [0.5, 0.5])]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 5)
        counts = [[random.randint(1, 9) for _ in range(n)] for _ in range(2)]
        yield tuple([c / sum(row) for c in row] for row in counts)


def property_is_cross_entropy_less_entropy(result, true, model):
    cross = -sum(p * log2(q) for p, q in zip(true, model, strict=True))
    own = -sum(p * log2(p) for p in true)
    return result >= 0 and abs(result - (cross - own)) < 1e-9
