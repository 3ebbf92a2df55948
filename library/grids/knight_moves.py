from collections import deque


def knight_moves(size: int, start: tuple[int, int], goal: tuple[int, int]) -> int | None:
    """Count the fewest moves of a chess knight between two squares of a square board, or None if there is no way.

    Use when: leaper distances or board puzzles are computed.
    Complexity: O(size^2).
    Source: breadth-first search over the eight leaps.
    """
    if not all(0 <= x < size for x in (*start, *goal)):
        raise ValueError(f"a square is not on a board of {size} by {size}")
    moves = {start: 0}
    queue = deque([start])
    while queue:
        x, y = queue.popleft()
        if (x, y) == goal:
            return moves[goal]
        for dx, dy in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
            square = (x + dx, y + dy)
            if square not in moves and 0 <= x + dx < size and 0 <= y + dy < size:
                moves[square] = moves[x, y] + 1
                queue.append(square)
    return None


EXAMPLES = [((8, (0, 0), (7, 7)), 6), ((8, (0, 0), (0, 0)), 0), ((3, (0, 0), (1, 1)), None), ((8, (0, 0), (1, 1)), 4)]
REFUSED = [(3, (0, 0), (3, 0))]


def inputs(random):
    for _ in range(60):
        n = random.randint(1, 6)
        yield n, (random.randrange(n), random.randrange(n)), (random.randrange(n), random.randrange(n))


def oracle(size, start, goal):
    reached = {start}
    for steps in range(30):
        if goal in reached:
            return steps
        reached |= {
            (x, y) for x in range(size) for y in range(size) for a, b in reached if {abs(x - a), abs(y - b)} == {1, 2}
        }
    return None
