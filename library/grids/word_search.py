def word_search(letters: list[str], word: str) -> tuple[int, int, int, int] | None:
    """Find a word along a row, column or diagonal in any direction: (row, column, row step, column step), or None.

    The first place in reading order; of several directions the smallest pair of steps.
    Use when: letter-grid puzzles are solved or boards scanned for lines.
    Complexity: O(cells * 8 * len(word)).
    Source: trying every start and direction.
    """
    if not word:
        raise ValueError("the word is empty")
    at = {(r, c): letter for r, row in enumerate(letters) for c, letter in enumerate(row)}
    directions = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)]
    for r, c in at:
        for a, b in directions:
            if all(at.get((r + i * a, c + i * b)) == letter for i, letter in enumerate(word)):
                return r, c, a, b
    return None


EXAMPLES = [
    ((["cat", "xox", "dxg"], "cog"), (0, 0, 1, 1)),
    ((["ab"], "ba"), (0, 1, 0, -1)),
    ((["ab"], "c"), None),
    (([], "a"), None),
]
REFUSED = [(["a"], "")]


def inputs(random):
    for _ in range(150):
        width = random.randint(1, 4)
        yield (
            ["".join(random.choices("ab", k=width)) for _ in range(random.randint(0, 4))],
            "".join(random.choices("ab", k=random.randint(2, 4))),
        )


def property_spells_the_word(result, letters, word):
    if result is None:
        return True
    r, c, a, b = result
    return all(r + i * a >= 0 and c + i * b >= 0 and letters[r + i * a][c + i * b] == x for i, x in enumerate(word))


def property_none_only_if_no_line_has_it(result, letters, word):
    if result is not None:
        return True
    columns = ["".join(x) for x in zip(*letters, strict=True)]
    size = len(letters) + len(columns)
    slants = [
        [
            "".join(row[d - s * r] for r, row in enumerate(letters) if 0 <= d - s * r < len(row))
            for d in range(-size, size)
        ]
        for s in (1, -1)
    ]
    lines = [*letters, *columns, *slants[0], *slants[1]]
    return not any(word in line or word[::-1] in line for line in lines)
