def median_of_two_sorted(first: list[int], second: list[int]) -> float:
    """Return the median of two sorted lists together without merging them.

    Use when: quantiles of large sorted shards are combined.
    Complexity: O(log min(n, m)).
    Source: binary search for the cut after which both left parts are smaller than both right parts.
    """
    short, long = sorted((first, second), key=len)
    total = len(short) + len(long)
    if total == 0:
        raise ValueError("two empty lists have no median")
    infinity = float("inf")
    low, high = 0, len(short)
    while True:
        cut = (low + high) // 2
        other = (total + 1) // 2 - cut
        short_left, short_right = short[cut - 1] if cut else -infinity, short[cut] if cut < len(short) else infinity
        long_left, long_right = long[other - 1] if other else -infinity, long[other] if other < len(long) else infinity
        if short_left > long_right:
            high = cut - 1
        elif long_left > short_right:
            low = cut + 1
        else:
            break
    left = max(short_left, long_left)
    return float(left) if total % 2 else (left + min(short_right, long_right)) / 2


EXAMPLES = [(([1, 3], [2]), 2.0), (([1, 2], [3, 4]), 2.5), (([], [5]), 5.0), (([1, 1], [1]), 1.0)]
REFUSED = [([], [])]


def inputs(random):
    for _ in range(300):
        first = sorted(random.choices(range(10), k=random.randint(0, 6)))
        yield first, sorted(random.choices(range(10), k=random.randint(0 if first else 1, 6)))


def oracle(first, second):
    both = sorted(first + second)
    return (both[(len(both) - 1) // 2] + both[len(both) // 2]) / 2
