from itertools import permutations


def next_permutation(items: list[int]) -> list[int] | None:
    """Return the arrangement that follows in dictionary order, repeated values allowed, or None after the last.

    Use when: permutations are visited one by one without storing them.
    Complexity: O(n), O(1) on average.
    Source: Narayana Pandita, 14th century; Knuth, TAOCP vol. 4A, 7.2.1.2, algorithm L.
    """
    pivot = len(items) - 2
    while pivot >= 0 and items[pivot] >= items[pivot + 1]:
        pivot -= 1
    if pivot < 0:
        return None
    swap = len(items) - 1
    while items[swap] <= items[pivot]:
        swap -= 1
    following = list(items)
    following[pivot], following[swap] = following[swap], following[pivot]
    return following[: pivot + 1] + following[:pivot:-1]


EXAMPLES = [(([1, 2, 3],), [1, 3, 2]), (([3, 2, 1],), None), (([1, 1, 5],), [1, 5, 1]), (([],), None)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 4) for _ in range(random.randint(0, 5))],)


def oracle(items):
    later = [list(p) for p in set(permutations(items)) if list(p) > items]
    return min(later, default=None)
