def label_regions(grid: list[list[int]]) -> list[list[int]]:
    """Number the regions of equal cells that touch by sides, from 0 in reading order of their first cells.

    Use when: images or maps are segmented and every region is treated by itself.
    Complexity: O(cells), nearly.
    Source: two passes with union-find, Rosenfeld and Pfaltz 1966 (doi:10.1145/321356.321357).
    """
    leader: dict[tuple[int, int], tuple[int, int]] = {}

    def find(cell: tuple[int, int]) -> tuple[int, int]:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            leader[r, c] = (r, c)
            for a, b in ((r - 1, c), (r, c - 1)):
                if (a, b) in leader and grid[a][b] == value:
                    one, two = find((a, b)), find((r, c))
                    leader[max(one, two)] = min(one, two)
    numbers: dict[tuple[int, int], int] = {}
    return [[numbers.setdefault(find((r, c)), len(numbers)) for c in range(len(row))] for r, row in enumerate(grid)]


EXAMPLES = [
    (([[1, 1, 2], [2, 1, 2]],), [[0, 0, 1], [2, 0, 1]]),
    (([],), []),
    (([[5]],), [[0]]),
    (([[0, 1, 0]],), [[0, 1, 2]]),
]


def inputs(random):
    for _ in range(120):
        columns = random.randint(1, 5)
        yield ([[random.randint(0, 1) for _ in range(columns)] for _ in range(random.randint(0, 5))],)


def oracle(grid):
    labels = [[None] * len(row) for row in grid]
    count = 0
    for r, row in enumerate(grid):
        for c in range(len(row)):
            if labels[r][c] is None:
                stack = [(r, c)]
                while stack:
                    a, b = stack.pop()
                    if 0 <= a < len(grid) and 0 <= b < len(row) and labels[a][b] is None and grid[a][b] == grid[r][c]:
                        labels[a][b] = count
                        stack += [(a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)]
                count += 1
    return labels
