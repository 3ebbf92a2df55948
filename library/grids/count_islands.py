def count_islands(grid: list[list[int]]) -> int:
    """Count the regions of non-zero cells that hang together by their sides.

    Use when: objects, land masses or blobs of a bitmap are counted.
    Complexity: O(cells).
    Source: flood fill with an explicit stack, so that large regions are no problem.
    """
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell}
    regions = 0
    while land:
        regions += 1
        stack = [land.pop()]
        while stack:
            r, c = stack.pop()
            around = {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & land
            land -= around
            stack.extend(around)
    return regions


EXAMPLES = [
    (([[1, 1, 0], [0, 0, 1]],), 2),
    (([],), 0),
    (([[0]],), 0),
    (([[1, 0], [0, 1]],), 2),
    (([[1, 1], [1, 1]],), 1),
]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 5), random.randint(1, 5)
        yield ([[random.randint(0, 1) for _ in range(columns)] for _ in range(rows)],)


def oracle(grid):
    label = {(r, c): (r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell}
    for _ in range(len(label)):
        for r, c in label:
            label[r, c] = min(label[p] for p in ((r, c), (r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)) if p in label)
    return len(set(label.values()))
