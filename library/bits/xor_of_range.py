def xor_of_range(low: int, high: int) -> int:
    """Return the exclusive or of all whole numbers from low to high, both non-negative; 0 for an empty range.

    Use when: checksums of consecutive numbers are compared.
    Complexity: O(1).
    Source: the exclusive or of 0..n repeats with period four: n, 1, n + 1, 0.
    """
    if low < 0:
        raise ValueError(f"{low} is negative")
    if high < low:
        return 0

    def up_to(n: int) -> int:
        return (n, 1, n + 1, 0)[n % 4] if n >= 0 else 0

    return up_to(high) ^ up_to(low - 1)


EXAMPLES = [((3, 5), 2), ((0, 0), 0), ((7, 7), 7), ((5, 4), 0), ((0, 1000000), 1000000)]
REFUSED = [(-1, 3)]


def inputs(random):
    for _ in range(200):
        low = random.randint(0, 60)
        yield low, low + random.randint(-3, 60)


def oracle(low, high):
    result = 0
    for n in range(low, high + 1):
        result ^= n
    return result
