from itertools import combinations


def fewest_covering_intervals(start: int, end: int, intervals: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Choose the fewest half-open intervals that together cover start to end, from the left, or None.

    Use when: shifts, clips or sprinklers must leave no gap.
    Complexity: O(n log n).
    Source: greedy: of those that begin in time, the one that reaches furthest.
    """
    chosen: list[tuple[int, int]] = []
    ordered = sorted(intervals)
    at, reached = 0, start
    while reached < end:
        best = None
        while at < len(ordered) and ordered[at][0] <= reached:
            if best is None or ordered[at][1] > best[1]:
                best = ordered[at]
            at += 1
        if best is None or best[1] <= reached:
            return None
        chosen.append(best)
        reached = best[1]
    return chosen


EXAMPLES = [
    ((0, 10, [(0, 4), (2, 7), (3, 9), (6, 10)]), [(0, 4), (3, 9), (6, 10)]),
    ((0, 3, [(1, 3)]), None),
    ((5, 5, []), []),
    ((0, 2, [(-1, 9)]), [(-1, 9)]),
]


def inputs(random):
    for _ in range(150):
        yield (
            0,
            random.randint(0, 10),
            [(a := random.randint(-1, 8), a + random.randint(0, 6)) for _ in range(random.randint(0, 6))],
        )


def property_covers_with_the_fewest(result, start, end, intervals):
    def covers(spans):
        return all(any(a <= x < b for a, b in spans) for x in range(start, end))

    fewest = next((n for n in range(len(intervals) + 1) if any(map(covers, combinations(intervals, n)))), None)
    return (len(result) == fewest and covers(result)) if result is not None else fewest is None
