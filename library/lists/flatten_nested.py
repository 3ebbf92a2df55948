def flatten_nested(nested: list) -> list:
    """List the leaves of lists and tuples nested to any depth, from left to right.

    Use when: trees of values are made into one sequence; recursion limits do not apply.
    Complexity: O(number of leaves and lists).
    Source: a stack of iterators in place of recursion.
    """
    leaves, stack = [], [iter(nested)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, (list, tuple)):
                stack.append(iter(item))
                break
            leaves.append(item)
        else:
            stack.pop()
    return leaves


EXAMPLES = [(([1, [2, [3, []]], (4,)],), [1, 2, 3, 4]), (([],), []), (([[[]]],), []), ((["ab", ["c"]],), ["ab", "c"])]


def inputs(random):
    def grow(depth):
        return [
            grow(depth - 1) if depth and random.random() < 0.5 else random.randint(0, 9)
            for _ in range(random.randint(0, 4))
        ]

    for _ in range(100):
        yield (grow(4),)


def oracle(nested):
    return [int(c) for c in repr(nested) if c.isdigit()]
