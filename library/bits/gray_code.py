def gray_code(value: int) -> int:
    """Return the reflected Gray code of a non-negative number: neighbours differ in one bit.

    Use when: positions are encoded so that a reading at a boundary is off by one at most.
    Complexity: O(1) word operations.
    Source: Gray, US patent 2632058, 1953.
    """
    if value < 0:
        raise ValueError(f"{value} is negative")
    return value ^ value >> 1


EXAMPLES = [((0,), 0), ((2,), 3), ((3,), 2), ((7,), 4)]
REFUSED = [(-1,)]


def inputs(random):
    for value in range(200):
        yield (value,)


def oracle(value):
    # build the list by reflection
    codes = [0]
    while len(codes) <= value:
        codes += [len(codes) + code for code in reversed(codes)]
    return codes[value]
