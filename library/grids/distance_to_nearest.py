from collections import deque


def distance_to_nearest(grid: list[list[int]]) -> list[list[int]]:
    """Give for every cell the number of side steps to the nearest non-zero cell; -1 everywhere if there is none.

    Use when: distance fields to walls, shops or fires are needed at once.
    Complexity: O(cells).
    Source: breadth-first search from all sources together.
    """
    distance = [[0 if cell else -1 for cell in row] for row in grid]
    queue = deque((r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell)
    while queue:
        r, c = queue.popleft()
        for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= a < len(grid) and 0 <= b < len(grid[a]) and distance[a][b] < 0:
                distance[a][b] = distance[r][c] + 1
                queue.append((a, b))
    return distance


EXAMPLES = [
    (([[0, 0, 1], [0, 0, 0]],), [[2, 1, 0], [3, 2, 1]]),
    (([],), []),
    (([[0]],), [[-1]]),
    (([[7, 0]],), [[0, 1]]),
]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 5), random.randint(1, 5)
        yield ([random.choices([0, 1], weights=(3, 1), k=columns) for _ in range(rows)],)


def oracle(grid):
    sources = [(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell]
    return [
        [min((abs(r - a) + abs(c - b) for a, b in sources), default=-1) for c in range(len(row))]
        for r, row in enumerate(grid)
    ]
