def spread_minutes(grid: list[list[int]]) -> int | None:
    """Return how many rounds pass until every 1 has been reached from the 2s, side by side, or None if never.

    Zeros are empty and block the spread.
    Use when: infection, rot or fire on a board is timed.
    Complexity: O(cells).
    Source: breadth-first search in rounds from all sources.
    """
    fresh = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell == 1}
    front = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell == 2}
    rounds = 0
    while fresh:
        front = {(r + a, c + b) for r, c in front for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))} & fresh
        if not front:
            return None
        fresh -= front
        rounds += 1
    return rounds


EXAMPLES = [(([[2, 1, 1], [1, 1, 0], [0, 1, 1]],), 4), (([[0, 2]],), 0), (([],), 0), (([[1, 0, 2]],), None)]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(0, 4), random.randint(1, 4)
        yield ([random.choices([0, 1, 2], weights=(1, 4, 1), k=columns) for _ in range(rows)],)


def oracle(grid):
    time = {(r, c): 0 if cell == 2 else 99 for r, row in enumerate(grid) for c, cell in enumerate(row) if cell}
    for _ in range(20):
        for r, c in time:
            time[r, c] = min(
                time[r, c], *(time.get(p, 99) + 1 for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)))
            )
    worst = max(time.values(), default=0)
    return worst if worst < 99 else None
