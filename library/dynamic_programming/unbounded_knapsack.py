def unbounded_knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    """Return the largest total value of items within a capacity when every kind may be taken any number of times.

    Use when: stock is cut, or change, fuel or ads are filled from unlimited kinds.
    Complexity: O(kinds * capacity) time, O(capacity) memory.
    Source: Gilmore and Gomory 1966.
    """
    if capacity < 0 or any(w < 1 for w in weights):
        raise ValueError("a capacity of at least 0 and positive weights were expected")
    best = [0] * (capacity + 1)
    for room in range(1, capacity + 1):
        fitting = (best[room - w] + v for w, v in zip(weights, values, strict=True) if w <= room)
        best[room] = max(best[room - 1], *fitting, 0)
    return best[capacity]


EXAMPLES = [(([2, 3], [3, 5], 7), 11), (([], [], 3), 0), (([5], [10], 4), 0), (([1], [-2], 3), 0)]
REFUSED = [([0], [1], 3), ([1], [1], -1)]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 3)
        yield [random.randint(1, 6) for _ in range(n)], [random.randint(-2, 9) for _ in range(n)], random.randint(0, 12)


def oracle(weights, values, capacity):
    if not weights:
        return 0
    takes = range(capacity // weights[0] + 1)
    return max(k * values[0] + oracle(weights[1:], values[1:], capacity - k * weights[0]) for k in takes)
