from math import factorial, prod


def young_tableaux_count(shape: list[int]) -> int:
    """Count the ways to number the cells of left-aligned rows of falling lengths so that rows and columns rise.

    Use when: ballot sequences or chains of partitions are counted.
    Complexity: O(cells).
    Source: the hook length formula, Frame, Robinson and Thrall 1954.
    """
    if any(a < b for a, b in zip(shape, shape[1:], strict=False)) or any(row < 1 for row in shape):
        raise ValueError("row lengths must be positive and must not rise")
    below = [sum(row > column for row in shape) for column in range(shape[0] if shape else 0)]
    hooks = [row - column + below[column] - at - 1 for at, row in enumerate(shape) for column in range(row)]
    return factorial(sum(shape)) // prod(hooks)


EXAMPLES = [(([2, 1],), 2), (([3, 3],), 5), (([],), 1), (([4],), 1)]
REFUSED = [([1, 2],), ([2, 0],)]


def inputs(random):
    for _ in range(60):
        yield (sorted((random.randint(1, 4) for _ in range(random.randint(0, 3))), reverse=True),)


def oracle(shape):
    rows = [r for r in shape if r]
    if not rows:
        return 1
    corners = [i for i in range(len(rows)) if i + 1 == len(rows) or rows[i] > rows[i + 1]]
    return sum(oracle([r - (j == i) for j, r in enumerate(rows)]) for i in corners)
