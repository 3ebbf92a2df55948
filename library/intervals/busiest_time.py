def busiest_time(intervals: list[tuple[int, int]]) -> tuple[int, int, int] | None:
    """Find where most half-open intervals overlap: (how many, start, end) of the first such stretch, or None.

    The stretch ends as soon as the number changes.
    Use when: peak load, needed rooms or servers are determined.
    Complexity: O(n log n).
    Source: a sweep over starts and ends, ends first.
    """
    changes: dict[int, int] = {}
    for start, end in intervals:
        if start < end:
            changes[start] = changes.get(start, 0) + 1
            changes[end] = changes.get(end, 0) - 1
    stops = sorted(time for time, change in changes.items() if change)
    best, active = None, 0
    for time, following in zip(stops, stops[1:], strict=False):
        active += changes[time]
        if active and (best is None or active > best[0]):
            best = (active, time, following)
    return best


EXAMPLES = [
    (([(1, 5), (2, 7), (6, 8), (3, 4)],), (3, 3, 4)),
    (([],), None),
    (([(1, 2), (2, 3)],), (1, 1, 3)),
    (([(4, 4)],), None),
]


def inputs(random):
    for _ in range(200):
        yield ([(a := random.randint(0, 12), a + random.randint(0, 6)) for _ in range(random.randint(0, 7))],)


def oracle(intervals):
    load = [sum(a <= x < b for a, b in intervals) for x in range(20)]
    most = max(load)
    if most == 0:
        return None
    start = load.index(most)
    end = next(x for x in range(start, 20) if load[x] != most)
    return most, start, end
