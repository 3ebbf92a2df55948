def stock_spans(prices: list[int]) -> list[int]:
    """For each day count the days up to and including it, without a gap, on which the price was not higher.

    Use when: the length of the current high is shown beside every member of a series.
    Complexity: O(n).
    Source: a stack of days with falling prices; Goodrich and Tamassia, the span problem.
    """
    spans, higher = [], [(-1, 0)]
    for day, price in enumerate(prices):
        while len(higher) > 1 and higher[-1][1] <= price:
            higher.pop()
        spans.append(day - higher[-1][0])
        higher.append((day, price))
    return spans


EXAMPLES = [
    (([100, 80, 60, 70, 60, 75, 85],), [1, 1, 1, 2, 1, 4, 6]),
    (([],), []),
    (([5, 5, 5],), [1, 2, 3]),
    (([-1, 0],), [1, 2]),
]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(-3, 4) for _ in range(random.randint(0, 10))],)


def oracle(prices):
    return [next((n for n in range(1, d + 1) if prices[d - n] > p), d + 1) for d, p in enumerate(prices)]
