from heapq import heappop, heappush


def shortest_grid_path(maze: list[str], start: tuple[int, int], goal: tuple[int, int]) -> int | None:
    """Count the fewest steps between two (row, column) cells of a maze whose walls are #, or None if cut off.

    Steps go to the four sides.
    Use when: robots, game figures or wires find their way on a board.
    Complexity: O(cells log cells) at worst, much less where the way is direct.
    Source: A*, Hart, Nilsson and Raphael 1968 (doi:10.1109/TSSC.1968.300136), with the Manhattan distance.
    """

    def free(r: int, c: int) -> bool:
        return 0 <= r < len(maze) and 0 <= c < len(maze[r]) and maze[r][c] != "#"

    def estimate(r: int, c: int) -> int:
        return abs(r - goal[0]) + abs(c - goal[1])

    if not (free(*start) and free(*goal)):
        raise ValueError("start and goal must be cells without a wall")
    steps = {start: 0}
    frontier = [(estimate(*start), start)]
    while frontier:
        bound, (r, c) = heappop(frontier)
        if (r, c) == goal:
            return bound
        if bound > steps[r, c] + estimate(r, c):
            continue
        for cell in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if free(*cell) and steps[r, c] + 1 < steps.get(cell, len(maze) * 10**6):
                steps[cell] = steps[r, c] + 1
                heappush(frontier, (steps[cell] + estimate(*cell), cell))
    return None


EXAMPLES = [
    ((["..#", ".#.", "..."], (0, 0), (2, 2)), 4),
    ((["."], (0, 0), (0, 0)), 0),
    ((["a#b"], (0, 0), (0, 2)), None),
]
REFUSED = [(["#."], (0, 0), (0, 1)), ([], (0, 0), (0, 0))]


def inputs(random):
    for _ in range(150):
        rows, columns = random.randint(1, 5), random.randint(1, 5)
        maze = [random.choices(".#", weights=(3, 1), k=columns) for _ in range(rows)]
        a, b = [(random.randrange(rows), random.randrange(columns)) for _ in range(2)]
        maze[a[0]][a[1]] = maze[b[0]][b[1]] = "."
        yield ["".join(line) for line in maze], a, b


def oracle(maze, start, goal):
    reached, steps = {start}, 0
    while goal not in reached:
        more = {(r + a, c + b) for r, c in reached for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))}
        more = {(r, c) for r, c in more if 0 <= r < len(maze) and 0 <= c < len(maze[0]) and maze[r][c] != "#"}
        if more <= reached:
            return None
        reached, steps = reached | more, steps + 1
    return steps
