def count_ones_up_to(limit: int) -> int:
    """Count the one bits of all whole numbers from 0 to limit together.

    Use when: set bits of ranges are totalled without visiting them.
    Complexity: O(bits).
    Source: each bit place repeats with period 2^(k+1), half of it ones.
    """
    if limit < 0:
        raise ValueError(f"{limit} is negative")
    numbers, total = limit + 1, 0
    for place in range(limit.bit_length()):
        half = 1 << place
        periods, rest = divmod(numbers, 2 * half)
        total += periods * half + max(0, rest - half)
    return total


EXAMPLES = [((5,), 7), ((0,), 0), ((1,), 1), ((255,), 1024)]
REFUSED = [(-1,)]


def inputs(random):
    for limit in range(250):
        yield (limit,)


def oracle(limit):
    return sum(bin(n).count("1") for n in range(limit + 1))
