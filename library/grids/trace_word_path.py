def trace_word_path(board: list[str], word: str) -> bool:
    """Decide whether a word can be traced through neighbouring cells, diagonals included, using no cell twice.

    Use when: Boggle boards or paths through labelled grids are checked.
    Complexity: O(cells * 7^len(word)) at worst, cut off at the first wrong letter.
    Source: backtracking.
    """
    cells = {(r, c): letter for r, row in enumerate(board) for c, letter in enumerate(row)}

    def trace(r: int, c: int, rest: str, used: frozenset[tuple[int, int]]) -> bool:
        if not rest:
            return True
        near = ((a, b) for a in (r - 1, r, r + 1) for b in (c - 1, c, c + 1) if (a, b) not in used)
        return any(cells.get(cell) == rest[0] and trace(*cell, rest[1:], used | {cell}) for cell in near)

    starts = (cell for cell, letter in cells.items() if word[:1] == letter)
    return not word or any(trace(*cell, word[1:], frozenset([cell])) for cell in starts)


EXAMPLES = [
    ((["ab", "cd"], "abdc"), True),
    ((["ab"], "aba"), False),
    (([], ""), True),
    ((["a"], "a"), True),
    ((["axb"], "ab"), False),
]


def inputs(random):
    for _ in range(120):
        width = random.randint(1, 3)
        yield (
            ["".join(random.choices("abc", k=width)) for _ in range(random.randint(1, 3))],
            "".join(random.choices("abc", k=random.randint(0, 4))),
        )


def oracle(board, word):
    paths = [[]]
    for letter in word:
        paths = [
            p + [(r, c)]
            for p in paths
            for r, row in enumerate(board)
            for c, x in enumerate(row)
            if x == letter and (r, c) not in p and (not p or max(abs(r - p[-1][0]), abs(c - p[-1][1])) == 1)
        ]
    return bool(paths)
