def bitwise_and_of_range(low: int, high: int) -> int:
    """Return the bitwise and of all whole numbers from low to high, 0 <= low <= high.

    Use when: the common network prefix of an address range is found.
    Complexity: O(bits).
    Source: only the common leading bits survive.
    """
    if not 0 <= low <= high:
        raise ValueError(f"{low} to {high} is not a range of non-negative numbers")
    differing = (low ^ high).bit_length()
    return low >> differing << differing


EXAMPLES = [((5, 7), 4), ((0, 9), 0), ((6, 6), 6), ((12, 15), 12)]
REFUSED = [(3, 2), (-1, 2)]


def inputs(random):
    for _ in range(200):
        low = random.randint(0, 300)
        yield low, low + random.randint(0, 40)


def oracle(low, high):
    result = low
    for n in range(low, high + 1):
        result &= n
    return result
