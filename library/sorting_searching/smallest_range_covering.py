from heapq import heapify, heapreplace


def smallest_range_covering(lists: list[list[int]]) -> tuple[int, int]:
    """Find the narrowest (low, high) that holds at least one member of every sorted list, the lowest of several.

    Use when: events of several sources that happened closest together are found.
    Complexity: O(n log k) for n values in k lists.
    Source: a heap of one member of each list, always advancing the smallest.
    """
    if not lists or not all(lists):
        raise ValueError("at least one list, and none that is empty, was expected")
    heap = [(values[0], which, 0) for which, values in enumerate(lists)]
    heapify(heap)
    high = max(values[0] for values in lists)
    best = (heap[0][0], high)
    while True:
        low, which, place = heap[0]
        if high - low < best[1] - best[0]:
            best = (low, high)
        if place + 1 == len(lists[which]):
            return best
        value = lists[which][place + 1]
        high = max(high, value)
        heapreplace(heap, (value, which, place + 1))


EXAMPLES = [(([[4, 10, 15], [0, 9, 12], [5, 18]],), (0, 5)), (([[1]],), (1, 1)), (([[1, 3], [2]],), (1, 2))]
REFUSED = [([],), ([[1], []],)]


def inputs(random):
    for _ in range(150):
        yield ([sorted(random.choices(range(20), k=random.randint(1, 5))) for _ in range(random.randint(1, 4))],)


def oracle(lists):
    values = sorted(v for one in lists for v in one)
    spans = [(a, b) for a in values for b in values if a <= b and all(any(a <= v <= b for v in one) for one in lists)]
    return min(spans, key=lambda s: (s[1] - s[0], s[0]))
