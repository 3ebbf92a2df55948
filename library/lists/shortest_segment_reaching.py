def shortest_segment_reaching(values: list[int], goal: int) -> int | None:
    """Return the length of the shortest segment of non-negative numbers whose sum is at least goal, or None.

    Use when: the fewest consecutive days, packets or items must reach a quota.
    Complexity: O(n).
    Source: a window that shrinks while it still reaches the goal.
    """
    if goal <= 0 or any(v < 0 for v in values):
        raise ValueError("a positive goal and non-negative values were expected")
    start = total = 0
    shortest = None
    for end, value in enumerate(values, 1):
        total += value
        while total >= goal:
            shortest = min(shortest or end, end - start)
            total -= values[start]
            start += 1
    return shortest


EXAMPLES = [(([2, 3, 1, 2, 4, 3], 7), 2), (([1, 1], 5), None), (([], 1), None), (([0, 9], 9), 1)]
REFUSED = [([1, -1], 2), ([1], 0)]


def inputs(random):
    for _ in range(200):
        yield [random.randint(0, 5) for _ in range(random.randint(0, 10))], random.randint(1, 14)


def oracle(values, goal):
    n = len(values)
    return min((j - i for i in range(n) for j in range(i + 1, n + 1) if sum(values[i:j]) >= goal), default=None)
