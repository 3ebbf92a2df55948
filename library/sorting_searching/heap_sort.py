def heap_sort(values: list[int]) -> list[int]:
    """Sort in guaranteed O(n log n) time with constant memory beyond the copy that is returned.

    Use when: worst-case bounds matter and stability does not.
    Complexity: O(n log n) comparisons always.
    Source: Williams 1964, Floyd's heap construction.
    """
    heap = list(values)
    for root in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, root, len(heap))
    for end in range(len(heap) - 1, 0, -1):
        heap[0], heap[end] = heap[end], heap[0]
        _sink(heap, 0, end)
    return heap


def _sink(heap: list[int], root: int, end: int) -> None:
    while (child := 2 * root + 1) < end:
        if child + 1 < end and heap[child] < heap[child + 1]:
            child += 1
        if heap[root] >= heap[child]:
            return
        heap[root], heap[child] = heap[child], heap[root]
        root = child


EXAMPLES = [(([5, 2, 9, 1],), [1, 2, 5, 9]), (([],), []), (([3, 3],), [3, 3]), (([-1, 0, -2],), [-2, -1, 0])]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(-9, 9) for _ in range(random.randint(0, 20))],)


def oracle(values):
    return sorted(values)
