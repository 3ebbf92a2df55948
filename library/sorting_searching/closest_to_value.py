from bisect import bisect_left


def closest_to_value(values: list[int], target: int, count: int) -> list[int]:
    """Return the count members of a sorted list nearest to target, in order; of equally near ones the smaller.

    Use when: neighbours on a line, such as prices or times, are looked up.
    Complexity: O(log n + count).
    Source: binary search, then two pointers that widen.
    """
    if not 0 <= count <= len(values):
        raise ValueError(f"{count} of {len(values)} values")
    right = bisect_left(values, target)
    left = right
    while right - left < count:
        if left == 0:
            right = count
        elif right == len(values) or target - values[left - 1] <= values[right] - target:
            left -= 1
        else:
            right += 1
    return values[left:right]


EXAMPLES = [
    (([1, 2, 3, 4, 5], 3, 4), [1, 2, 3, 4]),
    (([], 7, 0), []),
    (([1, 9], 6, 1), [9]),
    (([1, 2, 3], -5, 2), [1, 2]),
]
REFUSED = [([1], 0, 2), ([1], 0, -1)]


def inputs(random):
    for _ in range(300):
        values = sorted(random.choices(range(20), k=random.randint(0, 10)))
        yield values, random.randint(-2, 22), random.randint(0, len(values))


def oracle(values, target, count):
    return sorted(sorted(values, key=lambda v: (abs(v - target), v))[:count])
