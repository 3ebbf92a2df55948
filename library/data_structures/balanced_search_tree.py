def balanced_search_tree(values: list[int]) -> list | None:
    """Build a search tree of least height from values, duplicates dropped, as [value, left, right] with None for none.

    Where the middle lies between two values the left one becomes the root.
    Use when: sorted data is to be searched or updated as a tree.
    Complexity: O(n log n) for sorting, then O(n).
    Source: recursive bisection.
    """
    ordered = sorted(set(values))

    def build(start: int, end: int) -> list | None:
        if start >= end:
            return None
        middle = (start + end - 1) // 2
        return [ordered[middle], build(start, middle), build(middle + 1, end)]

    return build(0, len(ordered))


EXAMPLES = [
    (([3, 1, 2],), [2, [1, None, None], [3, None, None]]),
    (([],), None),
    (([5, 5],), [5, None, None]),
    (([1, 2],), [1, None, [2, None, None]]),
]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(-20, 20) for _ in range(random.randint(0, 16))],)


def property_lists_the_values_in_order(result, values):
    def listed(tree):
        return [] if tree is None else [*listed(tree[1]), tree[0], *listed(tree[2])]

    return listed(result) == sorted(set(values))


def property_has_the_least_height(result, values):
    def height(tree):
        return 0 if tree is None else 1 + max(height(tree[1]), height(tree[2]))

    return height(result) == len(set(values)).bit_length()
