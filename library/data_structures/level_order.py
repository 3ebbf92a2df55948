def level_order(tree: list | None) -> list[list[int]]:
    """List the values of a binary tree, [value, left, right] with None for no child, level by level from the left.

    Use when: trees are printed, compared or processed by depth.
    Complexity: O(n).
    Source: breadth-first traversal, one list of nodes for each level.
    """
    levels, nodes = [], [tree] if tree else []
    while nodes:
        levels.append([node[0] for node in nodes])
        nodes = [child for node in nodes for child in node[1:] if child is not None]
    return levels


EXAMPLES = [
    (([1, [2, [4, None, None], None], [3, None, None]],), [[1], [2, 3], [4]]),
    ((None,), []),
    (([5, None, None],), [[5]]),
]


def inputs(random):
    def grow(depth):
        return None if depth == 0 or random.random() < 0.2 else [random.randint(0, 9), grow(depth - 1), grow(depth - 1)]

    for _ in range(120):
        yield (grow(4),)


def oracle(tree):
    levels = {}

    def visit(node, depth):
        if node:
            levels.setdefault(depth, []).append(node[0])
            visit(node[1], depth + 1)
            visit(node[2], depth + 1)

    visit(tree, 0)
    return list(levels.values())
