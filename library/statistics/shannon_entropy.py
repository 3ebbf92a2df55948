from collections import Counter
from math import log, log2


def shannon_entropy(items: list[str]) -> float:
    """Return the entropy in bits of the frequencies of items; 0 for none or for one kind.

    Use when: diversity, compressibility or the quality of a question is measured.
    Complexity: O(n).
    Source: Shannon 1948 (doi:10.1002/j.1538-7305.1948.tb01338.x).
    """
    total = len(items)
    return sum(count / total * log2(total / count) for count in Counter(items).values()) if total else 0.0


EXAMPLES = [
    ((["a", "b"],), 1.0),
    ((["a", "a"],), 0.0),
    (([],), 0.0),
    ((["a", "b", "c", "d"],), 2.0),
    ((["x", "x", "x", "y"],), 0.8112781244591328),
]


def inputs(random):
    for _ in range(150):
        yield (random.choices("abcd", k=random.randint(1, 12)),)


def oracle(items):
    shares = [items.count(kind) / len(items) for kind in set(items)]
    return -sum(p * log(p) for p in shares) / log(2) + 0.0
