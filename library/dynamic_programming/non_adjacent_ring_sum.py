def non_adjacent_ring_sum(values: list[int]) -> int:
    """Return the largest sum of members of a ring no two of which are neighbours; choosing none gives 0.

    Use when: conflicts exist between circular neighbours, such as houses or seats around a table.
    Complexity: O(n).
    Source: the row without its first or without its last member; rows by two running sums.
    """

    def row(part: list[int]) -> int:
        without, best = 0, 0
        for value in part:
            without, best = best, max(best, without + value)
        return best

    return max(row(values[1:]), row(values[:-1])) if len(values) > 1 else max([0, *values])


EXAMPLES = [(([2, 3, 2],), 3), (([1, 2, 3, 1],), 4), (([],), 0), (([-5],), 0), (([7],), 7)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(-2, 9) for _ in range(random.randint(0, 9))],)


def oracle(values):
    n = len(values)
    best = 0
    for m in range(1 << n):
        if not any(m >> i & 1 and m >> (i + 1) % n & 1 for i in range(n)) or (n == 1):
            best = max(best, sum(v for i, v in enumerate(values) if m >> i & 1))
    return best
