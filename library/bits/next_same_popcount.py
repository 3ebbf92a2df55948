def next_same_popcount(value: int) -> int:
    """Return the smallest larger number with as many one bits.

    Use when: subsets of a fixed size are visited as bit masks.
    Complexity: O(1) word operations.
    Source: Gosper's hack, HAKMEM item 175.
    """
    if value < 1:
        raise ValueError(f"{value} is not positive")
    lowest = value & -value
    ripple = value + lowest
    return ripple | ((value ^ ripple) // lowest) >> 2


EXAMPLES = [((1,), 2), ((3,), 5), ((6,), 9), ((12,), 17)]
REFUSED = [(0,), (-2,)]


def inputs(random):
    for value in range(1, 250):
        yield (value,)


def oracle(value):
    following = value + 1
    while bin(following).count("1") != bin(value).count("1"):
        following += 1
    return following
