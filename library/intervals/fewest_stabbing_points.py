from itertools import combinations


def fewest_stabbing_points(intervals: list[tuple[int, int]]) -> list[int]:
    """Choose the fewest points such that every closed interval holds one of them; each as far right as possible.

    Use when: guards, arrows or checks must meet every interval.
    Complexity: O(n log n).
    Source: greedy by the right end.
    """
    points: list[int] = []
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        if start > end:
            raise ValueError(f"interval {(start, end)} runs backwards")
        if not points or points[-1] < start:
            points.append(end)
    return points


EXAMPLES = [
    (([(1, 6), (2, 8), (7, 12), (10, 16)],), [6, 12]),
    (([],), []),
    (([(3, 3)],), [3]),
    (([(1, 2), (2, 3)],), [2]),
]
REFUSED = [([(2, 1)],)]


def inputs(random):
    for _ in range(100):
        yield ([(a := random.randint(0, 8), a + random.randint(0, 4)) for _ in range(random.randint(0, 6))],)


def property_every_interval_is_met(result, intervals):
    return all(any(a <= p <= b for p in result) for a, b in intervals)


def property_fewer_points_do_not_suffice(result, intervals):
    if not result:
        return not intervals
    sets = combinations(range(13), len(result) - 1)
    return not any(all(any(a <= p <= b for p in s) for a, b in intervals) for s in sets)
