def gray_decode(code: int) -> int:
    """Return the number whose reflected Gray code is given.

    Use when: readings of Gray-coded encoders are turned into positions.
    Complexity: O(log bits) word operations.
    Source: prefix parity by doubling shifts; Warren, Hacker's Delight, 13-1.
    """
    if code < 0:
        raise ValueError(f"{code} is negative")
    shift = 1
    while shift < code.bit_length():
        code ^= code >> shift
        shift *= 2
    return code


EXAMPLES = [((0,), 0), ((3,), 2), ((4,), 7), ((1099511627776,), 2199023255551)]
REFUSED = [(-3,)]


def inputs(random):
    for _ in range(250):
        yield (random.randrange(1 << random.randint(1, 70)),)


def property_encodes_back(result, code):
    return result ^ (result >> 1) == code
