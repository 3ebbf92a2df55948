def equal_range(values: list[int], target: int) -> tuple[int, int]:
    """Return (start, end) of the places of target in a sorted list, end exclusive; start is where it would go.

    Use when: occurrences are counted or insertions kept in order in sorted data.
    Complexity: O(log n) comparisons.
    Source: two binary searches with the invariants of Bentley, Programming Pearls, column 4.
    """
    bounds = []
    for after_equal in (False, True):
        low, high = 0, len(values)
        while low < high:
            middle = (low + high) // 2
            if values[middle] < target or (after_equal and values[middle] == target):
                low = middle + 1
            else:
                high = middle
        bounds.append(low)
    return bounds[0], bounds[1]


EXAMPLES = [(([1, 2, 2, 2, 5], 2), (1, 4)), (([], 3), (0, 0)), (([1, 5], 3), (1, 1)), (([1], 9), (1, 1))]


def inputs(random):
    for _ in range(200):
        yield sorted(random.choices(range(8), k=random.randint(0, 10))), random.randint(-1, 8)


def oracle(values, target):
    return sum(v < target for v in values), sum(v <= target for v in values)
