def largest_minimum_distance(positions: list[int], count: int) -> int:
    """Choose count of the positions so that the two nearest are as far apart as possible; returns that distance.

    Use when: antennas, stalls or samples are spread along a line.
    Complexity: O(n log n + n log range).
    Source: binary search on the distance; placing greedily from the left.
    """
    if not 2 <= count <= len(positions):
        raise ValueError(f"{count} of {len(positions)} positions cannot be spread")
    ordered = sorted(positions)
    low, high = 0, ordered[-1] - ordered[0]
    while low < high:
        distance = (low + high + 1) // 2
        placed, last = 1, ordered[0]
        for position in ordered:
            if position - last >= distance:
                placed, last = placed + 1, position
        low, high = (distance, high) if placed >= count else (low, distance - 1)
    return low


EXAMPLES = [(([1, 2, 8, 4, 9], 3), 3), (([5, 5], 2), 0), (([0, 10], 2), 10), (([-3, 0, 3], 3), 3)]
REFUSED = [([1], 2), ([1, 2], 1)]


def inputs(random):
    for _ in range(100):
        positions = [random.randint(-10, 20) for _ in range(random.randint(2, 7))]
        yield positions, random.randint(2, len(positions))


def oracle(positions, count):
    choices = [[]]
    for p in sorted(positions):
        choices += [c + [p] for c in choices]
    return max(min(b - a for a, b in zip(c, c[1:], strict=False)) for c in choices if len(c) == count)
