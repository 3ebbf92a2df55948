def circular_best_sum(values: list[int]) -> int:
    """Return the largest sum of a non-empty segment of a ring, where the end joins the start.

    Use when: periodic data, such as hours of a day, may be cut anywhere.
    Complexity: O(len(values)).
    Source: either a plain segment, or the whole ring without its smallest segment.
    """
    if not values:
        raise ValueError("there is no segment in an empty ring")
    high = low = best = worst = values[0]
    for value in values[1:]:
        high, low = max(high, 0) + value, min(low, 0) + value
        best, worst = max(best, high), min(worst, low)
    return best if best < 0 else max(best, sum(values) - worst)


EXAMPLES = [(([5, -3, 5],), 10), (([-3, -2],), -2), (([1, -2, 3, -2],), 3), (([0],), 0)]
REFUSED = [([],)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(-4, 4) for _ in range(random.randint(1, 8))],)


def oracle(values):
    ring = values + values
    return max(sum(ring[i : i + n]) for i in range(len(values)) for n in range(1, len(values) + 1))
