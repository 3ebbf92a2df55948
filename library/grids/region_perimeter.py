def region_perimeter(grid: list[list[int]]) -> int:
    """Count the unit edges between non-zero cells and zero cells or the outside.

    Use when: fences, borders or costs along outlines of areas are computed.
    Complexity: O(cells).
    Source: four sides a cell, less two for each pair of filled neighbours.
    """
    filled = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell}
    shared = sum(((r + 1, c) in filled) + ((r, c + 1) in filled) for r, c in filled)
    return 4 * len(filled) - 2 * shared


EXAMPLES = [(([[0, 1, 0], [1, 1, 1]],), 10), (([],), 0), (([[1]],), 4), (([[1, 1], [1, 1]],), 8)]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 5), random.randint(1, 5)
        yield ([[random.randint(0, 1) for _ in range(columns)] for _ in range(rows)],)


def oracle(grid):
    padded = [[0] * (len(grid[0]) + 2)] if grid else []
    padded += [[0, *row, 0] for row in grid] + padded
    lines = padded + [list(column) for column in zip(*padded, strict=True)]
    return sum(bool(a) != bool(b) for line in lines for a, b in zip(line, line[1:], strict=False))
