def knapsack_items(weights: list[int], values: list[int], capacity: int) -> tuple[int, list[int]]:
    """Choose items of the largest total value within a capacity, each at most once: (value, indices).

    Of equally good choices the one that takes the later items least.
    Use when: budget, cargo or time is filled with indivisible things; weights are positive integers.
    Complexity: O(items * capacity) time and memory.
    Source: Bellman 1957; Kellerer, Pferschy and Pisinger, Knapsack Problems, 2.3.
    """
    if capacity < 0 or any(w < 1 for w in weights) or len(weights) != len(values):
        raise ValueError("a capacity of at least 0 and a positive weight for each value were expected")
    best = [[0] * (capacity + 1)]
    for weight, value in zip(weights, values, strict=True):
        row = list(best[-1])
        for room in range(weight, capacity + 1):
            row[room] = max(row[room], best[-1][room - weight] + value)
        best.append(row)
    chosen, room = [], capacity
    for item in range(len(weights) - 1, -1, -1):
        if best[item + 1][room] != best[item][room]:
            chosen.append(item)
            room -= weights[item]
    return best[-1][capacity], chosen[::-1]


EXAMPLES = [
    (([1, 3, 4], [15, 20, 30], 4), (35, [0, 1])),
    (([], [], 5), (0, [])),
    (([5], [9], 4), (0, [])),
    (([2, 2], [3, 3], 2), (3, [0])),
]
REFUSED = [([0], [1], 3), ([1], [1], -1), ([1], [], 1)]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 6)
        yield [random.randint(1, 6) for _ in range(n)], [random.randint(0, 9) for _ in range(n)], random.randint(0, 14)


def property_fits_and_has_that_value(result, weights, values, capacity):
    value, items = result
    return (
        len(set(items)) == len(items)
        and sum(weights[i] for i in items) <= capacity
        and value == sum(values[i] for i in items)
    )


def property_no_choice_is_better(result, weights, values, capacity):
    n = len(weights)
    sets = [[i for i in range(n) if m >> i & 1] for m in range(1 << n)]
    return result[0] == max(sum(values[i] for i in s) for s in sets if sum(weights[i] for i in s) <= capacity)
