from math import isqrt


def spiral_coordinates(index: int) -> tuple[int, int]:
    """Return the (x, y) cell that an outward square spiral from (0, 0) visits at an index; it goes right, then up.

    Use when: cells are searched or numbered from a centre outwards without walking there.
    Complexity: O(1) big-integer operations.
    Source: Ulam's spiral; ring k holds the indices from (2k-1)^2 to (2k+1)^2 - 1.
    """
    if index < 0:
        raise ValueError(f"index {index} is negative")
    ring = (isqrt(index) + 1) // 2
    if ring == 0:
        return 0, 0
    side, along = divmod(index - (2 * ring - 1) ** 2, 2 * ring)
    step = along + 1
    return ((ring, -ring + step), (ring - step, ring), (-ring, ring - step), (-ring + step, -ring))[side]


EXAMPLES = [((0,), (0, 0)), ((1,), (1, 0)), ((2,), (1, 1)), ((8,), (1, -1)), ((9,), (2, -1))]
REFUSED = [(-1,)]


def inputs(random):
    for index in range(200):
        yield (index,)


def oracle(index):
    x = y = done = 0
    dx, dy, length = 1, 0, 1
    while True:
        for _ in range(2):
            for _ in range(length):
                if done == index:
                    return x, y
                x, y, done = x + dx, y + dy, done + 1
            dx, dy = -dy, dx
        length += 1
