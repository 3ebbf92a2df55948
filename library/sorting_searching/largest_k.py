from heapq import heapify, heapreplace


def largest_k(values: list[int], k: int) -> list[int]:
    """Return the k largest members in falling order, all of them if there are fewer.

    Use when: the top of a long stream is kept in memory for k values.
    Complexity: O(n log k).
    Source: a bounded heap whose root is the weakest of the best.
    """
    if k < 0:
        raise ValueError(f"{k} values cannot be kept")
    best = values[:k]
    heapify(best)
    for value in values[k:]:
        if best and value > best[0]:
            heapreplace(best, value)
    return sorted(best, reverse=True)


EXAMPLES = [
    (([3, 1, 4, 1, 5], 2), [5, 4]),
    (([], 3), []),
    (([1, 2], 5), [2, 1]),
    (([7, 7, 7], 2), [7, 7]),
    (([1], 0), []),
]
REFUSED = [([1], -1)]


def inputs(random):
    for _ in range(200):
        yield [random.randint(-9, 9) for _ in range(random.randint(0, 12))], random.randint(0, 6)


def oracle(values, k):
    return sorted(values)[::-1][:k]
