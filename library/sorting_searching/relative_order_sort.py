def relative_order_sort(values: list[int], order: list[int]) -> list[int]:
    """Sort values in the order in which another list names them; what it does not name follows, ascending.

    Use when: a custom ranking, such as sizes or priorities, governs a list.
    Complexity: O(n log n + len(order)).
    Source: sorting by rank in the reference list.
    """
    ranks: dict[int, int] = {}
    for value in order:
        ranks.setdefault(value, len(ranks))
    return sorted(values, key=lambda v: (ranks.get(v, len(ranks)), v if v not in ranks else 0))


EXAMPLES = [
    (([2, 1, 2, 5, 7, 1, 9, 3], [2, 1, 3]), [2, 2, 1, 1, 3, 5, 7, 9]),
    (([], [1]), []),
    (([3, 2], []), [2, 3]),
    (([1, 2], [2, 2]), [2, 1]),
]


def inputs(random):
    for _ in range(150):
        yield (
            [random.randint(0, 6) for _ in range(random.randint(0, 10))],
            [random.randint(0, 6) for _ in range(random.randint(0, 5))],
        )


def oracle(values, order):
    named = [v for i, o in enumerate(order) if o not in order[:i] for v in values if v == o]
    return named + sorted(v for v in values if v not in order)
