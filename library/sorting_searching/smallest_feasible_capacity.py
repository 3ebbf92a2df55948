def smallest_feasible_capacity(weights: list[int], days: int) -> int:
    """Return the smallest daily capacity with which consecutive weights are carried, in order, within days.

    Use when: a load is split into consecutive batches so that the largest batch is as small as possible.
    Complexity: O(n log(sum of weights)).
    Source: binary search on the answer with a greedy check.
    """
    if days < 1 or any(w < 0 for w in weights):
        raise ValueError("at least one day and no negative weight were expected")
    low, high = max(weights, default=0), sum(weights)
    while low < high:
        capacity = (low + high) // 2
        needed, load = 1, 0
        for weight in weights:
            if load + weight > capacity:
                needed, load = needed + 1, 0
            load += weight
        low, high = (low, capacity) if needed <= days else (capacity + 1, high)
    return low


EXAMPLES = [(([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5), 15), (([], 2), 0), (([4, 4], 1), 8), (([3, 9, 1], 5), 9)]
REFUSED = [([1], 0), ([-1], 1)]


def inputs(random):
    for _ in range(150):
        yield [random.randint(0, 9) for _ in range(random.randint(0, 8))], random.randint(1, 4)


def oracle(weights, days):
    if days == 1:
        return sum(weights)
    return min(max(sum(weights[:i]), oracle(weights[i:], days - 1)) for i in range(len(weights) + 1))
