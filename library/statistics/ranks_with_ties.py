def ranks_with_ties(values: list[float]) -> list[float]:
    """Give each value its rank from 1, equal values the mean of the ranks that they share.

    Use when: rank tests or rank correlations are computed.
    Complexity: O(n log n).
    Source: midranks, Kendall 1945.
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + 1 + end) / 2
        start = end
    return ranks


EXAMPLES = [
    (([10.0, 20.0, 10.0],), [1.5, 3.0, 1.5]),
    (([],), []),
    (([5.0, 5.0, 5.0],), [2.0, 2.0, 2.0]),
    (([3.0, 1.0],), [2.0, 1.0]),
]


def inputs(random):
    for _ in range(200):
        yield ([float(random.randint(0, 5)) for _ in range(random.randint(0, 9))],)


def oracle(values):
    return [sum(w < v for w in values) + (sum(w == v for w in values) + 1) / 2 for v in values]
