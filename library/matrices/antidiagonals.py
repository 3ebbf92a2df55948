def antidiagonals(matrix: list[list[int]]) -> list[list[int]]:
    """Group the entries of a rectangular matrix by row + column, each group from the top right to the bottom left.

    Use when: wavefronts, zigzag scans or pairings by sum are processed.
    Complexity: O(cells).
    Source: entries of one antidiagonal share the sum of their indices.
    """
    groups: list[list[int]] = []
    for r, row in enumerate(matrix):
        for c, value in enumerate(row):
            if r + c == len(groups):
                groups.append([])
            groups[r + c].append(value)
    return groups


EXAMPLES = [
    (([[1, 2, 3], [4, 5, 6]],), [[1], [2, 4], [3, 5], [6]]),
    (([],), []),
    (([[1], [2]],), [[1], [2]]),
    (([[7]],), [[7]]),
]


def inputs(random):
    for _ in range(100):
        columns = random.randint(1, 5)
        yield ([[random.randint(0, 99) for _ in range(columns)] for _ in range(random.randint(0, 5))],)


def oracle(matrix):
    if not matrix:
        return []
    rows, columns = len(matrix), len(matrix[0])
    return [[matrix[r][s - r] for r in range(rows) if 0 <= s - r < columns] for s in range(rows + columns - 1)]
