from bisect import bisect_left


def galloping_search(values: list[int], target: int) -> int:
    """Return the first place of target in a sorted list, or -1, doubling steps from the front before halving.

    Use when: the target is expected near the front, or the end of the data is far or unknown.
    Complexity: O(log p) where p is the place of the target.
    Source: Bentley and Yao 1976 (doi:10.1016/0020-0190(76)90071-5).
    """
    bound = 1
    while bound < len(values) and values[bound] < target:
        bound *= 2
    place = bisect_left(values, target, bound // 2, min(bound + 1, len(values)))
    return place if place < len(values) and values[place] == target else -1


EXAMPLES = [(([1, 3, 5, 7], 5), 2), (([], 1), -1), (([2, 2, 2], 2), 0), (([1, 3], 2), -1), (([4], 9), -1)]


def inputs(random):
    for _ in range(300):
        yield sorted(random.choices(range(20), k=random.randint(0, 15))), random.randint(-1, 20)


def oracle(values, target):
    return values.index(target) if target in values else -1
