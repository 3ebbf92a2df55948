def unique_in_order(items: list) -> list:
    """Drop later repetitions of values, keeping first places; works for values that cannot be hashed, too.

    Use when: lists of lists or dictionaries are freed of duplicates. 1, 1.0 and True count as equal.
    Complexity: O(n) for hashable values, O(n * u) comparisons with u different unhashable ones.
    Source: a set of what was seen, and a list for what no set takes.
    """
    seen: set = set()
    unhashable: list = []
    kept = []
    for item in items:
        try:
            new = item not in seen
            seen.add(item)
        except TypeError:
            new = item not in unhashable
            if new:
                unhashable.append(item)
        if new:
            kept.append(item)
    return kept


EXAMPLES = [
    (([3, 1, 3, 2, 1],), [3, 1, 2]),
    (([],), []),
    (([[1], {"a": 1}, [1], {"a": 1}],), [[1], {"a": 1}]),
    (([(1,), [1], (1,)],), [(1,), [1]]),
]


def inputs(random):
    choices = [1, 2, "a", [1], [1, 2], {"k": 1}, (1,), None]
    for _ in range(150):
        yield (random.choices(choices, k=random.randint(0, 9)),)


def oracle(items):
    return [x for i, x in enumerate(items) if not any(type(x) is type(y) and x == y for y in items[:i])]
