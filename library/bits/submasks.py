def submasks(mask: int) -> list[int]:
    """List all numbers whose one bits are among those of a mask, largest first, 0 last.

    Use when: subsets of a subset are enumerated in dynamic programming.
    Complexity: O(2^k) for k one bits.
    Source: subtract one and mask again; 3^n in all for all masks of n bits.
    """
    if mask < 0:
        raise ValueError(f"{mask} is negative")
    found = [mask]
    while found[-1]:
        found.append((found[-1] - 1) & mask)
    return found


EXAMPLES = [((5,), [5, 4, 1, 0]), ((0,), [0]), ((8,), [8, 0]), ((7,), [7, 6, 5, 4, 3, 2, 1, 0])]
REFUSED = [(-1,)]


def inputs(random):
    for _ in range(100):
        yield (random.randrange(256),)


def oracle(mask):
    return [n for n in range(mask, -1, -1) if n | mask == mask]
