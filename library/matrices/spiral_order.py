def spiral_order(matrix: list[list[int]]) -> list[int]:
    """List the entries of a rectangular matrix clockwise from the top left corner inwards.

    Use when: grids are unrolled, printed or traversed from the rim.
    Complexity: O(cells).
    Source: four shrinking bounds.
    """
    top, bottom, left, right = 0, len(matrix), 0, len(matrix[0]) if matrix else 0
    order: list[int] = []
    while top < bottom and left < right:
        order += matrix[top][left:right]
        order += [matrix[r][right - 1] for r in range(top + 1, bottom)]
        if bottom - top > 1:
            order += [matrix[bottom - 1][c] for c in range(right - 2, left - 1, -1)]
        if right - left > 1:
            order += [matrix[r][left] for r in range(bottom - 2, top, -1)]
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return order


EXAMPLES = [
    (([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), [1, 2, 3, 6, 9, 8, 7, 4, 5]),
    (([],), []),
    (([[1], [2]],), [1, 2]),
    (([[1, 2, 3, 4]],), [1, 2, 3, 4]),
]


def inputs(random):
    for rows in range(6):
        for columns in range(1, 6):
            yield ([[r * columns + c for c in range(columns)] for r in range(rows)],)


def oracle(matrix):
    order = []
    while matrix:
        order += matrix[0]
        matrix = [list(row) for row in zip(*matrix[1:], strict=True)][::-1]
    return order
