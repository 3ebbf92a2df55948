def largest_filled_rectangle(grid: list[list[int]]) -> int:
    """Return the area of the largest rectangle of non-zero cells.

    Use when: the largest free plot, panel or memory block of a bitmap is found.
    Complexity: O(rows * columns).
    Source: dynamic programming on heights and on the left and right reach of each column.
    """
    width = len(grid[0]) if grid else 0
    height, left, right = [0] * width, [0] * width, [width] * width
    largest = 0
    for row in grid:
        start, end = 0, width
        for c in range(width):
            if row[c]:
                height[c] += 1
                left[c] = max(left[c], start)
            else:
                height[c], left[c], start = 0, 0, c + 1
        for c in range(width - 1, -1, -1):
            if row[c]:
                right[c] = min(right[c], end)
                largest = max(largest, height[c] * (right[c] - left[c]))
            else:
                right[c], end = width, c
    return largest


EXAMPLES = [(([[1, 0, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1]],), 6), (([],), 0), (([[0]],), 0), (([[1, 1]],), 2)]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 5), random.randint(1, 5)
        yield ([random.choices([0, 1], weights=(1, 3), k=columns) for _ in range(rows)],)


def oracle(grid):
    best = 0
    for a in range(len(grid)):
        for b in range(a + 1, len(grid) + 1):
            for c in range(len(grid[0])):
                for d in range(c + 1, len(grid[0]) + 1):
                    if all(cell for row in grid[a:b] for cell in row[c:d]):
                        best = max(best, (b - a) * (d - c))
    return best
