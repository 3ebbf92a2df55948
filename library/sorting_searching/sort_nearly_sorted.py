from heapq import heappop, heappush, heappushpop


def sort_nearly_sorted(values: list[int], reach: int) -> list[int]:
    """Sort a list in which every member is at most reach places from where it belongs.

    Use when: slightly late events of a stream are put in order with little memory.
    Complexity: O(n log reach) time, O(reach) memory beyond the result.
    Source: a heap of the next reach + 1 members.
    """
    if reach < 0:
        raise ValueError(f"reach {reach} is negative")
    heap: list[int] = []
    ordered = []
    for value in values:
        if len(heap) < reach:
            heappush(heap, value)
            continue
        smallest = heappushpop(heap, value)
        if ordered and smallest < ordered[-1]:
            raise ValueError(f"{smallest} is more than {reach} places from where it belongs")
        ordered.append(smallest)
    while heap:
        ordered.append(heappop(heap))
    return ordered


EXAMPLES = [(([2, 1, 4, 3], 1), [1, 2, 3, 4]), (([], 2), []), (([3, 1, 2], 2), [1, 2, 3]), (([1, 2], 0), [1, 2])]
REFUSED = [([3, 2, 1], 0), ([1], -1), ([4, 5, 6, 1], 1)]


def inputs(random):
    for _ in range(150):
        reach = random.randint(0, 4)
        values = sorted(random.choices(range(30), k=random.randint(0, 15)))
        blocks = [values[i : i + reach + 1] for i in range(0, len(values), reach + 1)]
        for block in blocks:
            random.shuffle(block)
        yield [v for block in blocks for v in block], reach


def oracle(values, reach):
    return sorted(values)
