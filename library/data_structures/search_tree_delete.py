def search_tree_delete(tree: list | None, value: int) -> list | None:
    """Return a binary search tree, as [value, left, right] with None for no child, without one value.

    A node with two children is replaced by its successor. The tree given is left as it is.
    Use when: persistent search trees are edited.
    Complexity: O(height).
    Source: Hibbard 1962 (doi:10.1145/321105.321108), with shared subtrees.
    """
    if tree is None:
        return None
    root, left, right = tree
    if value < root:
        return [root, search_tree_delete(left, value), right]
    if value > root:
        return [root, left, search_tree_delete(right, value)]
    if left is None or right is None:
        return left or right
    successor = right
    while successor[1] is not None:
        successor = successor[1]
    return [successor[0], left, search_tree_delete(right, successor[0])]


EXAMPLES = [
    (([2, [1, None, None], [3, None, None]], 2), [3, [1, None, None], None]),
    ((None, 5), None),
    (([1, None, None], 1), None),
    (([1, None, [2, None, None]], 7), [1, None, [2, None, None]]),
]


def inputs(random):
    def grow(values):
        if not values:
            return None
        at = random.randrange(len(values))
        return [values[at], grow(values[:at]), grow(values[at + 1 :])]

    for _ in range(150):
        yield grow(sorted(random.sample(range(15), random.randint(0, 8)))), random.randint(0, 14)


def property_is_a_search_tree_of_the_others(result, tree, value):
    def listed(t):
        return [] if t is None else [*listed(t[1]), t[0], *listed(t[2])]

    return listed(result) == [v for v in listed(tree) if v != value]


def property_does_not_grow_higher(result, tree, value):
    def height(t):
        return 0 if t is None else 1 + max(height(t[1]), height(t[2]))

    return height(result) <= height(tree)
