def three_way_partition(values: list[int], pivot: int) -> list[int]:
    """Return the values with those below pivot first, those equal next and those above last, in one pass of swaps.

    Use when: data with many equal keys is split, as in quicksort on repeated values.
    Complexity: O(n) time; constant memory beyond the copy.
    Source: Dijkstra's Dutch national flag, A Discipline of Programming, chapter 14.
    """
    sorted_ = list(values)
    low, middle, high = 0, 0, len(sorted_)
    while middle < high:
        if sorted_[middle] < pivot:
            sorted_[low], sorted_[middle] = sorted_[middle], sorted_[low]
            low += 1
            middle += 1
        elif sorted_[middle] == pivot:
            middle += 1
        else:
            high -= 1
            sorted_[middle], sorted_[high] = sorted_[high], sorted_[middle]
    return sorted_


EXAMPLES = [(([2, 0, 1], 1), [0, 1, 2]), (([], 3), []), (([5, 5], 5), [5, 5]), (([9, 1, 4], 4), [1, 4, 9])]


def inputs(random):
    for _ in range(200):
        yield [random.randint(0, 4) for _ in range(random.randint(0, 10))], random.randint(0, 4)


def property_is_in_three_parts(result, values, pivot):
    signs = [(v > pivot) - (v < pivot) for v in result]
    return signs == sorted(signs) and sorted(result) == sorted(values)
