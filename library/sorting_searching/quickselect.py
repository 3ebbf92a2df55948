def quickselect(values: list[int], rank: int) -> int:
    """Return the member that would stand at place rank (from 0) after sorting, without sorting.

    Use when: one order statistic, such as a median or percentile, of unsorted data is needed.
    Complexity: O(n) expected; the pivot is the median of three.
    Source: Hoare 1961, algorithm 65 (doi:10.1145/366622.366647).
    """
    if not 0 <= rank < len(values):
        raise ValueError(f"rank {rank} of {len(values)} values")
    rest = list(values)
    while True:
        pivot = sorted((rest[0], rest[len(rest) // 2], rest[-1]))[1]
        below = [v for v in rest if v < pivot]
        above = [v for v in rest if v > pivot]
        equal = len(rest) - len(below) - len(above)
        if rank < len(below):
            rest = below
        elif rank < len(below) + equal:
            return pivot
        else:
            rank -= len(below) + equal
            rest = above


EXAMPLES = [(([7, 1, 5, 3], 1), 3), (([2], 0), 2), (([4, 4, 4], 2), 4), (([-1, -5], 0), -5)]
REFUSED = [([], 0), ([1], 1), ([1, 2], -1)]


def inputs(random):
    for _ in range(200):
        values = [random.randint(-9, 9) for _ in range(random.randint(1, 15))]
        yield values, random.randrange(len(values))


def oracle(values, rank):
    return sorted(values)[rank]
