def search_rotated(values: list[int], target: int) -> int:
    """Return a place of target in a sorted list of different values that was rotated, or -1.

    Use when: logs or ring buffers are sorted but begin somewhere in the middle.
    Complexity: O(log n).
    Source: binary search; one half is always in order.
    """
    low, high = 0, len(values) - 1
    while low <= high:
        middle = (low + high) // 2
        if values[middle] == target:
            return middle
        if values[low] <= values[middle]:
            inside = values[low] <= target < values[middle]
        else:
            inside = not values[middle] < target <= values[high]
        if inside:
            high = middle - 1
        else:
            low = middle + 1
    return -1


EXAMPLES = [(([4, 5, 6, 7, 0, 1, 2], 0), 4), (([4, 5, 1], 3), -1), (([], 1), -1), (([1], 1), 0)]


def inputs(random):
    for _ in range(300):
        values = sorted(random.sample(range(20), random.randint(0, 10)))
        cut = random.randint(0, len(values))
        yield values[cut:] + values[:cut], random.randint(0, 20)


def oracle(values, target):
    return values.index(target) if target in values else -1
