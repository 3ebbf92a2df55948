def find_peak(values: list[int]) -> int:
    """Return a place whose value is at least as large as its neighbours', looking at few places only.

    Use when: a local maximum of an expensive function or long signal is enough.
    Complexity: O(log n).
    Source: binary search uphill.
    """
    if not values:
        raise ValueError("an empty list has no peak")
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] < values[middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low


EXAMPLES = [(([1, 3, 2],), 1), (([1, 2, 3],), 2), (([5],), 0), (([3, 2, 1],), 0)]
REFUSED = [([],)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(0, 6) for _ in range(random.randint(1, 12))],)


def property_is_a_peak(result, values):
    around = values[max(result - 1, 0) : result + 2]
    return 0 <= result < len(values) and values[result] == max(around)
