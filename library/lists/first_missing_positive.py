def first_missing_positive(values: list[int]) -> int:
    """Return the smallest positive integer that is not in the list.

    Use when: the lowest free number, port or index is assigned.
    Complexity: O(n) time; a copy of the list is permuted in place.
    Source: cyclic placement: every value v from 1 to n is put at place v - 1.
    """
    slots = list(values)
    size = len(slots)
    for place in range(size):
        value = slots[place]
        while 1 <= value <= size and slots[value - 1] != value:
            slots[value - 1], value = value, slots[value - 1]
    return next((place + 1 for place in range(size) if slots[place] != place + 1), size + 1)


EXAMPLES = [(([3, 4, -1, 1],), 2), (([],), 1), (([1, 2, 3],), 4), (([7, 8],), 1), (([1, 1],), 2)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(-2, 8) for _ in range(random.randint(0, 9))],)


def oracle(values):
    return next(n for n in range(1, len(values) + 2) if n not in values)
