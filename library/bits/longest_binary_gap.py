def longest_binary_gap(value: int) -> int:
    """Return the length of the longest run of zeros between two ones of a non-negative number's binary form.

    Use when: sparse flags or schedules are examined for idle stretches.
    Complexity: O(bits).
    Source: one pass over the bits above the lowest one.
    """
    if value < 0:
        raise ValueError(f"{value} is negative")
    longest = gap = 0
    if value:
        value //= value & -value
    while value:
        gap = 0 if value & 1 else gap + 1
        longest = max(longest, gap)
        value >>= 1
    return longest


EXAMPLES = [((1041,), 5), ((0,), 0), ((8,), 0), ((9,), 2), ((20,), 1)]
REFUSED = [(-5,)]


def inputs(random):
    for _ in range(250):
        yield (random.randrange(1 << random.randint(1, 16)),)


def oracle(value):
    return max(map(len, bin(value)[2:].strip("0").split("1")))
