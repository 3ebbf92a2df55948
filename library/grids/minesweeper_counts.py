def minesweeper_counts(board: list[str]) -> list[str]:
    """Write into every free cell (.) the number of mines (*) around it; cells without one stay free.

    Use when: neighbourhood counts on a board are shown.
    Complexity: O(cells).
    Source: the rules of Minesweeper.
    """
    mines = {(r, c) for r, row in enumerate(board) for c, cell in enumerate(row) if cell == "*"}

    def shown(r: int, c: int) -> str:
        if (r, c) in mines:
            return "*"
        near = sum((a, b) in mines for a in (r - 1, r, r + 1) for b in (c - 1, c, c + 1))
        return str(near) if near else "."

    return ["".join(shown(r, c) for c in range(len(row))) for r, row in enumerate(board)]


EXAMPLES = [
    ((["*..", "...", "..*"],), ["*1.", "121", ".1*"]),
    (([],), []),
    ((["..."],), ["..."]),
    ((["***", "*.*", "***"],), ["***", "*8*", "***"]),
]


def inputs(random):
    for _ in range(120):
        rows, columns = random.randint(1, 5), random.randint(1, 5)
        yield (["".join(random.choices(".*", weights=(3, 1), k=columns)) for _ in range(rows)],)


def oracle(board):
    counts = [[0] * len(row) for row in board]
    for r, row in enumerate(board):
        for c, cell in enumerate(row):
            for a in range(max(0, r - 1), min(len(board), r + 2)) if cell == "*" else ():
                for b in range(max(0, c - 1), min(len(row), c + 2)):
                    counts[a][b] += 1
    return [
        "".join("*" if cell == "*" else str(n).replace("0", ".") for cell, n in zip(*pair, strict=True))
        for pair in zip(board, counts, strict=True)
    ]
