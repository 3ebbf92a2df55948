def count_inversions(values: list[int]) -> int:
    """Count pairs that stand in the wrong order: an earlier member that is larger than a later one.

    Use when: the distance of rankings (Kendall tau) or the disorder of a list is measured.
    Complexity: O(n log n).
    Source: merge sort; each element of the right half that is taken first passes what is left of the left half.
    """
    return _sort_and_count(values)[1]


def _sort_and_count(values: list[int]) -> tuple[list[int], int]:
    if len(values) < 2:
        return values, 0
    half = len(values) // 2
    left, crossed = _sort_and_count(values[:half])
    right, more = _sort_and_count(values[half:])
    crossed += more
    merged, taken = [], 0
    for value in right:
        while taken < len(left) and left[taken] <= value:
            merged.append(left[taken])
            taken += 1
        merged.append(value)
        crossed += len(left) - taken
    return merged + left[taken:], crossed


EXAMPLES = [(([2, 4, 1, 3, 5],), 3), (([],), 0), (([3, 2, 1],), 3), (([1, 1],), 0)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 14))],)


def oracle(values):
    return sum(a > b for i, b in enumerate(values) for a in values[:i])
