from collections import Counter


def pairs_with_sum(values: list[int], total: int) -> list[tuple[int, int]]:
    """List the different pairs (a, b), a <= b, of two list members that add up to total, smallest a first.

    Use when: matching amounts, complements or balances are found; a pair (a, a) needs a twice.
    Complexity: O(n + p log p) for p pairs.
    Source: look up the complement among the counted values.
    """
    counts = Counter(values)
    pairs = []
    for low in counts:
        high = total - low
        if (low < high and high in counts) or (low == high and counts[low] > 1):
            pairs.append((low, high))
    return sorted(pairs)


EXAMPLES = [
    (([1, 5, 3, 3, 2], 6), [(1, 5), (3, 3)]),
    (([3], 6), []),
    (([], 0), []),
    (([-1, 1, 0, 0], 0), [(-1, 1), (0, 0)]),
]


def inputs(random):
    for _ in range(200):
        yield [random.randint(-4, 4) for _ in range(random.randint(0, 9))], random.randint(-6, 6)


def oracle(values, total):
    pairs = {tuple(sorted((a, b))) for i, a in enumerate(values) for b in values[:i] if a + b == total}
    return sorted(pairs)
