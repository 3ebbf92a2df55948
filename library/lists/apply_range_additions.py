from itertools import accumulate


def apply_range_additions(size: int, additions: list[tuple[int, int, int]]) -> list[int]:
    """Start from zeros and apply (first, last, amount): add amount to all places from first to last, inclusive.

    Use when: many overlapping bookings or boosts are summed at once.
    Complexity: O(size + additions).
    Source: the difference array: mark where an amount begins and where it ends, then sum up.
    """
    changes = [0] * (size + 1)
    for first, last, amount in additions:
        if not 0 <= first <= last < size:
            raise ValueError(f"{first} to {last} is not a range within 0 to {size - 1}")
        changes[first] += amount
        changes[last + 1] -= amount
    return list(accumulate(changes[:size]))


EXAMPLES = [
    ((5, [(1, 3, 2), (2, 4, 3)]), [0, 2, 5, 5, 3]),
    ((0, []), []),
    ((3, []), [0, 0, 0]),
    ((2, [(0, 0, -1)]), [-1, 0]),
]
REFUSED = [(3, [(1, 3, 1)]), (3, [(2, 1, 1)])]


def inputs(random):
    for _ in range(150):
        size = random.randint(1, 10)
        spans = [sorted(random.choices(range(size), k=2)) for _ in range(random.randint(0, 6))]
        yield size, [(a, b, random.randint(-4, 4)) for a, b in spans]


def oracle(size, additions):
    return [sum(amount for a, b, amount in additions if a <= i <= b) for i in range(size)]
