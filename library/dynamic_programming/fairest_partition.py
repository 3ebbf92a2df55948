def fairest_partition(values: list[int]) -> int:
    """Return the smallest possible difference of sums when non-negative numbers are split into two groups.

    Use when: loads, teams or inheritances are divided as evenly as possible.
    Complexity: O(n * sum / word size) with an integer as bit set.
    Source: subset sums up to half of the total.
    """
    if any(v < 0 for v in values):
        raise ValueError("a value is negative")
    total = sum(values)
    sums = 1  # bit s is set if some subset has sum s
    for value in values:
        sums |= sums << value
    half = total // 2
    reachable = sums & ((1 << (half + 1)) - 1)
    return total - 2 * (reachable.bit_length() - 1)


EXAMPLES = [(([1, 6, 11, 5],), 1), (([],), 0), (([7],), 7), (([3, 3],), 0), (([0, 0],), 0)]
REFUSED = [([-1],)]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(0, 30) for _ in range(random.randint(0, 8))],)


def oracle(values):
    n, total = len(values), sum(values)
    return min(abs(total - 2 * sum(v for i, v in enumerate(values) if m >> i & 1)) for m in range(1 << n))
