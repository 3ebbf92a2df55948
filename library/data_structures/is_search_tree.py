def is_search_tree(tree: list | None) -> bool:
    """Decide whether a binary tree, [value, left, right], is a search tree of different values.

    Use when: trees from outside are validated; comparing each node with its children alone is not enough.
    Complexity: O(n), without recursion.
    Source: every node lies between bounds that its ancestors set.
    """
    stack = [(tree, None, None)]
    while stack:
        node, low, high = stack.pop()
        if node is None:
            continue
        value, left, right = node
        if (low is not None and value <= low) or (high is not None and value >= high):
            return False
        stack += [(left, low, value), (right, value, high)]
    return True


EXAMPLES = [
    (([2, [1, None, None], [3, None, None]],), True),
    (([5, [1, None, None], [6, [3, None, None], None]],), False),
    ((None,), True),
    (([1, [1, None, None], None],), False),
]


def inputs(random):
    def grow(values):
        if not values:
            return None
        at = random.randrange(len(values))
        return [values[at], grow(values[:at]), grow(values[at + 1 :])]

    for _ in range(150):
        values = sorted(random.sample(range(12), random.randint(0, 6)))
        if len(values) > 1 and random.random() < 0.5:
            at = random.randrange(len(values) - 1)
            values[at] = values[at + 1] + random.randint(0, 1)
        yield (grow(values),)


def oracle(tree):
    def listed(t):
        return [] if t is None else [*listed(t[1]), t[0], *listed(t[2])]

    values = listed(tree)
    return values == sorted(set(values))
