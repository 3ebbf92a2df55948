def next_greater(values: list[int]) -> list[int | None]:
    """For each member give the first larger one to its right, or None.

    Use when: warmer days, higher bids or taller neighbours ahead are looked up for all members at once.
    Complexity: O(n).
    Source: a stack of members that still wait for something larger.
    """
    answer: list[int | None] = [None] * len(values)
    waiting: list[int] = []
    for position, value in enumerate(values):
        while waiting and values[waiting[-1]] < value:
            answer[waiting.pop()] = value
        waiting.append(position)
    return answer


EXAMPLES = [
    (([2, 1, 2, 4, 3],), [4, 2, 4, None, None]),
    (([],), []),
    (([3, 3],), [None, None]),
    (([1, 2, 3],), [2, 3, None]),
]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 10))],)


def oracle(values):
    return [next((w for w in values[i:] if w > v), None) for i, v in enumerate(values)]
