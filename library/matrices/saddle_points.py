def saddle_points(matrix: list[list[int]]) -> list[tuple[int, int]]:
    """List the (row, column) places whose entry is the largest of its row and the smallest of its column.

    Use when: stable choices of two opponents or pass heights in maps are found.
    Complexity: O(cells).
    Source: von Neumann 1928, for zero-sum games in pure strategies.
    """
    row_max = [max(row) for row in matrix]
    column_min = [min(column) for column in zip(*matrix, strict=True)]
    return [(r, c) for r, row in enumerate(matrix) for c, v in enumerate(row) if v == row_max[r] == column_min[c]]


EXAMPLES = [
    (([[9, 8, 7], [5, 3, 2], [6, 6, 7]],), [(1, 0)]),
    (([],), []),
    (([[1, 2], [2, 1]],), []),
    (([[3, 3]],), [(0, 0), (0, 1)]),
]


def inputs(random):
    for _ in range(150):
        columns = random.randint(1, 4)
        yield ([[random.randint(0, 3) for _ in range(columns)] for _ in range(random.randint(0, 4))],)


def oracle(matrix):
    found = []
    for r, row in enumerate(matrix):
        for c, v in enumerate(row):
            if all(v >= w for w in row) and all(v <= other[c] for other in matrix):
                found.append((r, c))
    return found
