from collections import Counter


def sort_by_frequency(values: list[int]) -> list[int]:
    """Sort values by how often they occur, most frequent first, ties by value; equal values stay together.

    Use when: common entries are to be shown or processed first.
    Complexity: O(n log n).
    Source: counting, then sorting the different values.
    """
    counts = Counter(values)
    return [v for v in sorted(counts, key=lambda v: (-counts[v], v)) for _ in range(counts[v])]


EXAMPLES = [
    (([2, 3, 2, 4, 5, 12, 2, 3, 3, 3, 12],), [3, 3, 3, 3, 2, 2, 2, 12, 12, 4, 5]),
    (([],), []),
    (([-1, 1],), [-1, 1]),
]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(-3, 3) for _ in range(random.randint(0, 10))],)


def oracle(values):
    return sorted(values, key=lambda v: (-values.count(v), v))
