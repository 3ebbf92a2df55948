def rotate_quarter(matrix: list[list[int]], turns: int) -> list[list[int]]:
    """Rotate a rectangular matrix clockwise by a number of quarter turns; negative numbers turn back.

    Use when: images, boards or tiles are turned.
    Complexity: O(cells).
    Source: transposition and reflection.
    """
    match turns % 4:
        case 1:
            return [list(column) for column in zip(*reversed(matrix), strict=True)]
        case 2:
            return [row[::-1] for row in reversed(matrix)]
        case 3:
            return [list(column) for column in zip(*matrix, strict=True)][::-1]
    return [list(row) for row in matrix]


EXAMPLES = [
    (([[1, 2], [3, 4]], 1), [[3, 1], [4, 2]]),
    (([[1, 2, 3]], -1), [[3], [2], [1]]),
    (([], 2), []),
    (([[1, 2], [3, 4]], 6), [[4, 3], [2, 1]]),
]


def inputs(random):
    for _ in range(150):
        columns = random.randint(1, 4)
        yield (
            [[random.randint(0, 9) for _ in range(columns)] for _ in range(random.randint(1, 4))],
            random.randint(-5, 5),
        )


def oracle(matrix, turns):
    for _ in range(turns % 4):
        rows, columns = len(matrix), len(matrix[0])
        matrix = [[matrix[rows - 1 - c][r] for c in range(rows)] for r in range(columns)]
    return matrix
