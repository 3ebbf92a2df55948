def rotation_point(values: list[int]) -> int:
    """Return the place of the smallest value in a sorted, then rotated list of different values; 0 if empty.

    Use when: the start of a ring buffer or the amount of a rotation is found.
    Complexity: O(log n).
    Source: binary search against the last value.
    """
    low, high = 0, max(len(values) - 1, 0)
    while low < high:
        middle = (low + high) // 2
        if values[middle] > values[high]:
            low = middle + 1
        else:
            high = middle
    return low


EXAMPLES = [(([4, 5, 1, 2, 3],), 2), (([1, 2, 3],), 0), (([],), 0), (([2, 1],), 1)]


def inputs(random):
    for _ in range(200):
        values = sorted(random.sample(range(30), random.randint(0, 10)))
        cut = random.randint(0, len(values))
        yield (values[cut:] + values[:cut],)


def oracle(values):
    return values.index(min(values)) if values else 0
