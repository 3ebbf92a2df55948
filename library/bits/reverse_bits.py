def reverse_bits(value: int, width: int) -> int:
    """Return the number whose lowest width bits are those of value in reverse order.

    Use when: bit orders are converted, as for FFT indices or serial protocols.
    Complexity: O(width).
    Source: Warren, Hacker's Delight, 7-1.
    """
    if width < 0 or not 0 <= value < 1 << width:
        raise ValueError(f"{value} is not a number of {width} bits")
    reversed_ = 0
    for _ in range(width):
        reversed_ = reversed_ << 1 | value & 1
        value >>= 1
    return reversed_


EXAMPLES = [((6, 3), 3), ((1, 8), 128), ((0, 0), 0), ((13, 4), 11)]
REFUSED = [(8, 3), (-1, 4)]


def inputs(random):
    for _ in range(200):
        width = random.randint(0, 20)
        yield random.randrange(1 << width), width


def oracle(value, width):
    return int(f"{value:0{width}b}"[::-1], 2) if width else 0
