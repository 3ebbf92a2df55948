def largest_pair_xor(values: list[int]) -> int:
    """Return the largest exclusive or of two of at least two non-negative numbers.

    Use when: the most different pair of keys or addresses is found.
    Complexity: O(n * bits).
    Source: settle the result from the highest bit, testing prefixes in a set.
    """
    if len(values) < 2 or min(values) < 0:
        raise ValueError("at least two non-negative numbers were expected")
    best = 0
    for place in range(max(values).bit_length() - 1, -1, -1):
        hoped = best << 1 | 1
        prefixes = {value >> place for value in values}
        best = hoped if any(prefix ^ hoped in prefixes for prefix in prefixes) else hoped - 1
    return best


EXAMPLES = [(([3, 10, 5, 25, 2, 8],), 28), (([7, 7],), 0), (([0, 1],), 1), (([8, 1, 2],), 10)]
REFUSED = [([],), ([5],), ([-1, 2],)]


def inputs(random):
    for _ in range(200):
        yield ([random.randrange(1 << random.randint(1, 7)) for _ in range(random.randint(2, 9))],)


def oracle(values):
    return max(a ^ b for i, a in enumerate(values) for b in values[:i])
