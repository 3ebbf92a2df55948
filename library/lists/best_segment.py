def best_segment(values: list[int]) -> tuple[int, int, int]:
    """Find the non-empty segment with the largest sum: (sum, start, end) with end exclusive.

    Of equal sums the one that starts first, then the shortest.
    Use when: the most profitable or most intense stretch of a series is located, not only its sum.
    Complexity: O(len(values)).
    Source: Kadane's algorithm as the largest difference of two prefix sums; Bentley 1984.
    """
    if not values:
        raise ValueError("there is no segment in an empty list")
    best = (values[0], 0, 1)
    total = lowest = lowest_at = 0
    for end, value in enumerate(values, 1):
        total += value
        candidate = (total - lowest, lowest_at, end)
        if candidate[0] > best[0]:
            best = candidate
        if total < lowest:
            lowest, lowest_at = total, end
    return best


EXAMPLES = [
    (([-2, 1, -3, 4, -1, 2, 1, -5, 4],), (6, 3, 7)),
    (([-3, -1, -2],), (-1, 1, 2)),
    (([0, 0],), (0, 0, 1)),
    (([5],), (5, 0, 1)),
]
REFUSED = [([],)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(-4, 4) for _ in range(random.randint(1, 9))],)


def oracle(values):
    spans = [(sum(values[i:j]), i, j) for i in range(len(values)) for j in range(i + 1, len(values) + 1)]
    return min(spans, key=lambda s: (-s[0], s[1], s[2]))
