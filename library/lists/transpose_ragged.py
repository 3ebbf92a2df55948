def transpose_ragged(rows: list[list], fill: object = None) -> list[list]:
    """Turn rows of different lengths into columns, missing cells filled.

    Use when: records of varying length are read by column.
    Complexity: O(rows * longest row).
    Source: the definition of the transpose on a padded rectangle.
    """
    width = max(map(len, rows), default=0)
    return [[row[c] if c < len(row) else fill for row in rows] for c in range(width)]


EXAMPLES = [
    (([[1, 2, 3], [4]], 0), [[1, 4], [2, 0], [3, 0]]),
    (([],), []),
    (([[], [1]],), [[None, 1]]),
    (([[1, 2]], "x"), [[1], [2]]),
]


def inputs(random):
    for _ in range(150):
        yield [[random.randint(0, 9) for _ in range(random.randint(0, 4))] for _ in range(random.randint(0, 4))], -1


def property_transposing_again_pads_the_rows(result, rows, fill):
    width = max(map(len, rows), default=0)
    return [list(r) for r in zip(*result, strict=True)] == (
        [r + [fill] * (width - len(r)) for r in rows] if width else []
    )
