from collections import Counter


def cohen_kappa(first: list[str], second: list[str]) -> float:
    """Measure how far two raters agree beyond chance: 1 for always, 0 as by chance; NaN if chance alone agrees fully.

    Use when: labels of annotators or models are compared.
    Complexity: O(n).
    Source: Cohen 1960 (doi:10.1177/001316446002000104).
    """
    size = len(first)
    if size != len(second) or not size:
        raise ValueError("two equally long, non-empty lists of labels were expected")
    agreed = sum(a == b for a, b in zip(first, second, strict=True))
    one, two = Counter(first), Counter(second)
    by_chance = sum(count * two[label] for label, count in one.items())
    if by_chance == size * size:
        return float("nan")
    return (size * agreed - by_chance) / (size * size - by_chance)


EXAMPLES = [
    ((["a", "b", "a", "b"], ["a", "b", "b", "b"]), 0.5),
    ((["a", "b"], ["a", "b"]), 1.0),
    ((["a", "b"], ["b", "a"]), -1.0),
]
REFUSED = [([], []), (["a"], [])]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 9)
        yield random.choices("abc", k=n), random.choices("abc", k=n)


def oracle(first, second):
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / n
    expected = sum(first.count(k) / n * second.count(k) / n for k in "abc")
    return (observed - expected) / (1 - expected) if expected < 1 - 1e-12 else float("nan")
