def flood_fill(grid: list[list[int]], row: int, column: int, colour: int) -> list[list[int]]:
    """Return the grid with the region of equal cells around a starting cell, joined by sides, in a new colour.

    Use when: areas of an image or board are repainted.
    Complexity: O(cells).
    Source: the paint-bucket tool; an explicit stack.
    """
    if not (0 <= row < len(grid) and 0 <= column < len(grid[row])):
        raise ValueError(f"there is no cell at row {row}, column {column}")
    painted = [list(line) for line in grid]
    old = painted[row][column]
    stack = [(row, column)] if old != colour else []
    while stack:
        r, c = stack.pop()
        if 0 <= r < len(painted) and 0 <= c < len(painted[r]) and painted[r][c] == old:
            painted[r][c] = colour
            stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return painted


EXAMPLES = [
    (([[1, 1, 0], [1, 0, 1]], 0, 0, 2), [[2, 2, 0], [2, 0, 1]]),
    (([[5]], 0, 0, 5), [[5]]),
    (([[0, 0]], 0, 1, 3), [[3, 3]]),
]
REFUSED = [([], 0, 0, 1), ([[1]], 0, 1, 2), ([[1]], -1, 0, 2)]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(1, 4), random.randint(1, 4)
        grid = [[random.randint(0, 1) for _ in range(columns)] for _ in range(rows)]
        yield grid, random.randrange(rows), random.randrange(columns), random.randint(0, 2)


def oracle(grid, row, column, colour):
    region = {(row, column)}
    for _ in range(20):
        for r, line in enumerate(grid):
            for c, cell in enumerate(line):
                if cell == grid[row][column] and any(abs(r - a) + abs(c - b) == 1 for a, b in region):
                    region = region | {(r, c)}
    return [[colour if (r, c) in region else cell for c, cell in enumerate(line)] for r, line in enumerate(grid)]
