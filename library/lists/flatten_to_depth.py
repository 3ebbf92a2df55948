def flatten_to_depth(nested: list, depth: int) -> list:
    """Remove a given number of levels of nesting from a list, leaving what is nested deeper as it is.

    Use when: lists of lists of records are joined by one or two levels only.
    Complexity: O(items touched).
    Source: concatenation, once a level.
    """
    if depth < 0:
        raise ValueError(f"depth {depth} is negative")
    level = list(nested)
    for _ in range(depth):
        if not any(isinstance(item, list) for item in level):
            break
        level = [inner for item in level for inner in (item if isinstance(item, list) else [item])]
    return level


EXAMPLES = [(([1, [2, [3]]], 1), [1, 2, [3]]), (([1, [2, [3]]], 5), [1, 2, 3]), (([[1]], 0), [[1]]), (([], 2), [])]
REFUSED = [([1], -1)]


def inputs(random):
    def grow(depth):
        return [
            grow(depth - 1) if depth and random.random() < 0.5 else random.randint(0, 9)
            for _ in range(random.randint(0, 3))
        ]

    for _ in range(100):
        yield grow(4), random.randint(0, 5)


def oracle(nested, depth):
    if depth == 0:
        return nested
    flat = []
    for item in nested:
        flat.extend(oracle(item, depth - 1) if isinstance(item, list) else [item])
    return flat
