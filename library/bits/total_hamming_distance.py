def total_hamming_distance(values: list[int]) -> int:
    """Sum the numbers of differing bits over all pairs of non-negative numbers.

    Use when: diversity of hashes or fingerprints is measured.
    Complexity: O(n * bits).
    Source: each bit place adds ones times zeros.
    """
    if any(value < 0 for value in values):
        raise ValueError("a value is negative")
    total = 0
    for place in range(max(values, default=0).bit_length()):
        ones = sum(value >> place & 1 for value in values)
        total += ones * (len(values) - ones)
    return total


EXAMPLES = [(([4, 14, 2],), 6), (([],), 0), (([7],), 0), (([0, 255],), 8)]
REFUSED = [([1, -1],)]


def inputs(random):
    for _ in range(150):
        yield ([random.randrange(64) for _ in range(random.randint(0, 8))],)


def oracle(values):
    return sum(bin(a ^ b).count("1") for i, a in enumerate(values) for b in values[:i])
