from bisect import bisect_right


def kth_smallest_difference(values: list[int], rank: int) -> int:
    """Return the rank-th smallest absolute difference (from 1) over all pairs of members.

    Use when: typical spacing or near-collisions in a list are measured without listing all pairs.
    Complexity: O(n log n log range).
    Source: binary search on the difference, counting pairs in sorted order.
    """
    ordered = sorted(values)
    if not 1 <= rank <= len(ordered) * (len(ordered) - 1) // 2:
        raise ValueError(f"there is no pair of rank {rank}")
    low, high = 0, ordered[-1] - ordered[0]
    while low < high:
        middle = (low + high) // 2
        pairs = sum(bisect_right(ordered, v + middle) - i - 1 for i, v in enumerate(ordered))
        low, high = (low, middle) if pairs >= rank else (middle + 1, high)
    return low


EXAMPLES = [(([1, 3, 1], 1), 0), (([1, 6, 1], 3), 5), (([0, 10, 100], 2), 90), (([-2, 2], 1), 4)]
REFUSED = [([1], 1), ([1, 2], 2)]


def inputs(random):
    for _ in range(200):
        values = [random.randint(-20, 20) for _ in range(random.randint(2, 8))]
        yield values, random.randint(1, len(values) * (len(values) - 1) // 2)


def oracle(values, rank):
    return sorted(abs(a - b) for i, a in enumerate(values) for b in values[:i])[rank - 1]
