def morton_code(x: int, y: int) -> int:
    """Interleave the bits of two non-negative numbers, those of x at even places.

    Use when: points of a grid are sorted so that neighbours stay near (Z-order).
    Complexity: O(bits).
    Source: Morton 1966, IBM.
    """
    if x < 0 or y < 0:
        raise ValueError("non-negative coordinates were expected")
    code = place = 0
    while x >> place or y >> place:
        code |= (x >> place & 1) << 2 * place | (y >> place & 1) << 2 * place + 1
        place += 1
    return code


EXAMPLES = [((3, 0), 5), ((0, 3), 10), ((0, 0), 0), ((2, 5), 38)]
REFUSED = [(-1, 0), (0, -1)]


def inputs(random):
    for _ in range(200):
        yield random.randrange(1 << random.randint(1, 30)), random.randrange(1 << random.randint(1, 30))


def oracle(x, y):
    size = max(x.bit_length(), y.bit_length(), 1)
    return int("".join(b + a for a, b in zip(f"{x:0{size}b}", f"{y:0{size}b}", strict=True)), 2)
