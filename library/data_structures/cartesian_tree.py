def cartesian_tree(values: list[int]) -> list | None:
    """Build the tree, [value, left, right], whose inorder is the list and whose parents are smaller; ties go left.

    Use when: range minima or treaps are built in linear time. Of equal values the earlier one is the ancestor.
    Complexity: O(n).
    Source: Vuillemin 1980 (doi:10.1145/358841.358852); a stack holds the right spine.
    """
    spine: list[list] = []
    for value in values:
        below = None
        while spine and spine[-1][0] > value:
            below = spine.pop()
        node = [value, below, None]
        if spine:
            spine[-1][2] = node
        spine.append(node)
    return spine[0] if spine else None


EXAMPLES = [
    (([3, 1, 2],), [1, [3, None, None], [2, None, None]]),
    (([],), None),
    (([2, 2],), [2, None, [2, None, None]]),
    (([1, 2, 3],), [1, None, [2, None, [3, None, None]]]),
]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 9))],)


def oracle(values):
    if not values:
        return None
    at = values.index(min(values))
    return [values[at], oracle(values[:at]), oracle(values[at + 1 :])]
