from collections import Counter
from itertools import accumulate


def count_segments_with_sum(values: list[int], total: int) -> int:
    """Count the non-empty segments of a list whose sum is total; negative numbers are allowed.

    Use when: intervals of a ledger or signal with a given balance are counted.
    Complexity: O(n) with a table of prefix sums.
    Source: a segment sums to total where two prefix sums differ by it.
    """
    seen: Counter[int] = Counter([0])
    found = 0
    for prefix in accumulate(values):
        found += seen[prefix - total]
        seen[prefix] += 1
    return found


EXAMPLES = [(([1, 1, 1], 2), 2), (([], 0), 0), (([0, 0], 0), 3), (([3, -1, -2, 2], 2), 3)]


def inputs(random):
    for _ in range(200):
        yield [random.randint(-3, 3) for _ in range(random.randint(0, 10))], random.randint(-3, 4)


def oracle(values, total):
    n = len(values)
    return sum(sum(values[i:j]) == total for i in range(n) for j in range(i + 1, n + 1))
