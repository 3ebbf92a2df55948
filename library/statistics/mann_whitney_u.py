def mann_whitney_u(first: list[float], second: list[float]) -> float:
    """Count the pairs in which the first sample's value is the larger one, ties counting half.

    Use when: two samples are compared by order alone; divided by n * m it is the probability of superiority.
    Complexity: O((n + m) log(n + m)).
    Source: Mann and Whitney 1947 (doi:10.1214/aoms/1177730491), by the sum of ranks.
    """
    ranks: dict[float, float] = {}
    pooled = sorted(first + second)
    for place, value in enumerate(pooled, 1):
        if value not in ranks:
            count = 1
            while place - 1 + count < len(pooled) and pooled[place - 1 + count] == value:
                count += 1
            ranks[value] = place + (count - 1) / 2
    return sum(ranks[value] for value in first) - len(first) * (len(first) + 1) / 2


EXAMPLES = [(([3.0, 4.0], [1.0, 3.0]), 3.5), (([], [1.0]), 0.0), (([1.0], [1.0]), 0.5), (([1.0, 2.0], [5.0]), 0.0)]


def inputs(random):
    for _ in range(150):
        yield (
            [float(random.randint(0, 5)) for _ in range(random.randint(0, 6))],
            [float(random.randint(0, 5)) for _ in range(random.randint(0, 6))],
        )


def oracle(first, second):
    return float(sum((a > b) + (a == b) / 2 for a in first for b in second))
