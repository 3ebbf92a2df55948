def largest_filled_square(grid: list[list[int]]) -> int:
    """Return the side of the largest square of non-zero cells.

    Use when: square tiles or sites are fitted into a bitmap.
    Complexity: O(cells) time, O(columns) memory.
    Source: the square that ends in a cell is one larger than the smallest of those above, left and diagonal.
    """
    above: list[int] = []
    largest = 0
    for row in grid:
        current: list[int] = []
        for c, cell in enumerate(row):
            if not cell:
                side = 0
            elif c == 0 or not above:
                side = 1
            else:
                side = 1 + min(above[c], above[c - 1], current[c - 1])
            current.append(side)
        largest = max([largest, *current])
        above = current
    return largest


EXAMPLES = [(([[1, 1, 0], [1, 1, 1], [0, 1, 1]],), 2), (([],), 0), (([[0]],), 0), (([[1]],), 1), (([[1, 1, 1]],), 1)]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 5), random.randint(1, 5)
        yield ([random.choices([0, 1], weights=(1, 4), k=columns) for _ in range(rows)],)


def oracle(grid):
    def full(r, c, n):
        return r + n <= len(grid) and c + n <= len(grid[0]) and all(all(row[c : c + n]) for row in grid[r : r + n])

    return max((n for r in range(len(grid)) for c in range(len(grid[0])) for n in range(6) if full(r, c, n)), default=0)
