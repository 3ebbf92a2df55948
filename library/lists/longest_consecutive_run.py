def longest_consecutive_run(values: list[int]) -> tuple[int, int] | None:
    """Find the longest chain of consecutive integers among unordered values: (lowest, highest), or None if empty.

    Of equally long chains the lowest.
    Use when: gaps in serial numbers or dates are looked for without sorting.
    Complexity: O(n) expected.
    Source: only numbers without a predecessor start a chain.
    """
    present = set(values)
    best = None
    for start in present:
        if start - 1 in present:
            continue
        end = start
        while end + 1 in present:
            end += 1
        if best is None or (end - start, -start) > (best[1] - best[0], -best[0]):
            best = (start, end)
    return best


EXAMPLES = [(([100, 4, 200, 1, 3, 2],), (1, 4)), (([],), None), (([5, 9, 6, 10],), (5, 6)), (([-1, 0, 0],), (-1, 0))]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(-8, 8) for _ in range(random.randint(0, 10))],)


def oracle(values):
    pairs = [(a, b) for a in values for b in values if a <= b and all(x in values for x in range(a, b + 1))]
    return min(pairs, key=lambda p: (p[0] - p[1], p[0]), default=None)
