def tree_from_traversals(preorder: list[int], inorder: list[int]) -> list | None:
    """Rebuild a binary tree of different values from two traversals, as [value, left, right] with None for no child.

    Use when: trees are restored from listings. Traversals that do not fit each other raise ValueError.
    Complexity: O(n).
    Source: the first value in preorder is the root; its place in inorder divides the rest.
    """
    place = {value: at for at, value in enumerate(inorder)}
    if len(preorder) != len(inorder) or len(place) != len(inorder) or set(preorder) != set(place):
        raise ValueError("the traversals do not hold the same different values")
    values = iter(preorder)

    def build(start: int, end: int) -> list | None:
        if start == end:
            return None
        root = next(values)
        if not start <= place[root] < end:
            raise ValueError(f"{root} stands where the traversals do not allow it")
        left = build(start, place[root])
        return [root, left, build(place[root] + 1, end)]

    return build(0, len(inorder))


EXAMPLES = [
    (([3, 9, 20, 15, 7], [9, 3, 15, 20, 7]), [3, [9, None, None], [20, [15, None, None], [7, None, None]]]),
    (([], []), None),
    (([1, 2], [2, 1]), [1, [2, None, None], None]),
]
REFUSED = [([1], [2]), ([1, 1], [1, 1]), ([1, 2, 3], [3, 1, 2])]


def inputs(random):
    def grow(values):
        if not values:
            return None
        at = random.randrange(len(values))
        return [values[at], grow(values[:at]), grow(values[at + 1 :])]

    for _ in range(120):
        tree = grow(random.sample(range(20), random.randint(0, 9)))
        yield _listed(tree, "pre"), _listed(tree, "in")


def property_has_these_traversals(result, preorder, inorder):
    return _listed(result, "pre") == preorder and _listed(result, "in") == inorder


def _listed(tree, order):
    if tree is None:
        return []
    value, left, right = tree[0], _listed(tree[1], order), _listed(tree[2], order)
    return [value, *left, *right] if order == "pre" else [*left, value, *right]
