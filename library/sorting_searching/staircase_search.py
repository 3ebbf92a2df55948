def staircase_search(matrix: list[list[int]], target: int) -> tuple[int, int] | None:
    """Find (row, column) of target in a matrix whose rows and columns rise, or None.

    Of several places the one in the topmost row, and there the rightmost.
    Use when: two-way sorted tables are searched.
    Complexity: O(rows + columns).
    Source: saddleback search, Gries 1981, from the top right corner.
    """
    row, column = 0, len(matrix[0]) - 1 if matrix else -1
    while row < len(matrix) and column >= 0:
        value = matrix[row][column]
        if value == target:
            return row, column
        if value < target:
            row += 1
        else:
            column -= 1
    return None


EXAMPLES = [
    (([[1, 4], [2, 5]], 2), (1, 0)),
    (([], 1), None),
    (([[1, 2], [3, 4]], 9), None),
    (([[1, 1], [1, 1]], 1), (0, 1)),
]


def inputs(random):
    for _ in range(200):
        rows = [random.randint(0, 9) for _ in range(random.randint(1, 4))]
        columns = [random.randint(0, 9) for _ in range(random.randint(1, 4))]
        yield [[r + c for c in sorted(columns)] for r in sorted(rows)], random.randint(0, 18)


def oracle(matrix, target):
    places = [(r, c) for r, row in enumerate(matrix) for c, v in enumerate(row) if v == target]
    return min(places, key=lambda p: (p[0], -p[1]), default=None)
