from heapq import heapify, heappop, heapreplace


def merge_sorted_lists(lists: list[list[int]]) -> list[int]:
    """Merge any number of sorted lists into one sorted list.

    Use when: sorted shards, logs or runs of an external sort are joined.
    Complexity: O(n log k) for n values in k lists.
    Source: a heap of the heads; Knuth, TAOCP vol. 3, 5.4.1.
    """
    heads = [(values[0], which, 0) for which, values in enumerate(lists) if values]
    heapify(heads)
    merged = []
    while heads:
        value, which, place = heads[0]
        merged.append(value)
        if place + 1 < len(lists[which]):
            heapreplace(heads, (lists[which][place + 1], which, place + 1))
        else:
            heappop(heads)
    return merged


EXAMPLES = [(([[1, 4], [2, 3], []],), [1, 2, 3, 4]), (([],), []), (([[5]],), [5]), (([[1, 1], [1]],), [1, 1, 1])]


def inputs(random):
    for _ in range(150):
        yield ([sorted(random.choices(range(10), k=random.randint(0, 6))) for _ in range(random.randint(0, 5))],)


def oracle(lists):
    return sorted(v for values in lists for v in values)
