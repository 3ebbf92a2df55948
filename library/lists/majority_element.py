def majority_element(items: list) -> object:
    """Return the value that fills more than half of a list, or None if there is none.

    Use when: votes of redundant sensors, replicas or samples are merged in constant memory.
    Complexity: O(n), two passes, O(1) memory.
    Source: Boyer and Moore's majority vote, 1981.
    """
    candidate, lead = None, 0
    for item in items:
        if lead == 0:
            candidate = item
        lead += 1 if item == candidate else -1
    agreeing = sum(item == candidate for item in items)
    return candidate if 2 * agreeing > len(items) else None


EXAMPLES = [(([2, 2, 1, 2],), 2), (([1, 2],), None), (([],), None), ((["a"],), "a"), (([1, 1, 2, 2, 1],), 1)]


def inputs(random):
    for _ in range(200):
        yield (random.choices([1, 2, 3], weights=[4, 2, 1], k=random.randint(0, 9)),)


def oracle(items):
    return next((x for x in items if items.count(x) > len(items) / 2), None)
