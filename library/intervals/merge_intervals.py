def merge_intervals(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join half-open intervals (start, end) that overlap or touch; the result is sorted, empty ones are dropped.

    Use when: bookings, ranges or segments are consolidated.
    Complexity: O(n log n).
    Source: a sweep over the starts.
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


EXAMPLES = [
    (([(1, 3), (2, 6), (8, 10), (10, 11)],), [(1, 6), (8, 11)]),
    (([],), []),
    (([(5, 5)],), []),
    (([(1, 9), (2, 3)],), [(1, 9)]),
]


def inputs(random):
    for _ in range(200):
        yield ([(a := random.randint(0, 15), a + random.randint(-1, 5)) for _ in range(random.randint(0, 7))],)


def oracle(intervals):
    covered = [any(a <= x < b for a, b in intervals) for x in range(-1, 25)]
    starts = [x for x, (p, q) in enumerate(zip(covered, covered[1:], strict=False)) if q and not p]
    ends = [x for x, (p, q) in enumerate(zip(covered, covered[1:], strict=False)) if p and not q]
    return list(zip(starts, ends, strict=True))
