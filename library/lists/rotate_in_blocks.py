def rotate_in_blocks(items: list, steps: int) -> list:
    """Return the list rotated to the right by steps places; negative steps rotate to the left.

    Use when: ring buffers, schedules or ciphers shift positions cyclically.
    Complexity: O(len(items)).
    Source: the triple reversal, Bentley, Programming Pearls, column 2.
    """
    rotated = items[::-1]
    if not items:
        return rotated
    cut = steps % len(items)
    return rotated[:cut][::-1] + rotated[cut:][::-1]


EXAMPLES = [
    (([1, 2, 3, 4, 5], 2), [4, 5, 1, 2, 3]),
    (([1, 2, 3], -1), [2, 3, 1]),
    (([], 4), []),
    (([1, 2], 5), [2, 1]),
    (([7], 0), [7]),
]


def inputs(random):
    for _ in range(200):
        yield list(range(random.randint(0, 8))), random.randint(-20, 20)


def oracle(items, steps):
    placed = list(items)
    for i, item in enumerate(items):
        placed[(i + steps) % len(items)] = item
    return placed
