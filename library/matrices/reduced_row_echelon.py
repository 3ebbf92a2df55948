from fractions import Fraction


def reduced_row_echelon(matrix: list[list[int]]) -> list[list[str]]:
    """Bring a matrix to its unique reduced row echelon form, entries as "p" or "p/q".

    Use when: rank, solutions with free unknowns or bases of a row space are read off.
    Complexity: O(rows * columns * rank) rational operations.
    Source: Gauss-Jordan elimination.
    """
    rows = [list(map(Fraction, row)) for row in matrix]
    done = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [value / lead for value in rows[done]]
        for r in range(len(rows)):
            factor = rows[r][column]
            if r != done and factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[done], strict=True)]
        done += 1
    return [[str(value) for value in row] for row in rows]


EXAMPLES = [
    (([[1, 2, 3], [2, 4, 7]],), [["1", "2", "0"], ["0", "0", "1"]]),
    (([],), []),
    (([[0, 2], [3, 1]],), [["1", "0"], ["0", "1"]]),
    (([[2, 1]],), [["1", "1/2"]]),
]


def inputs(random):
    for _ in range(120):
        columns = random.randint(1, 4)
        yield ([[random.randint(-2, 2) for _ in range(columns)] for _ in range(random.randint(0, 4))],)


def property_has_the_form(result, matrix):
    rows = [list(map(Fraction, row)) for row in result]
    leads = [next((c for c, v in enumerate(row) if v), 99) for row in rows]
    filled = [lead for lead in leads if lead < 99]
    clean = all(rows[i][lead] == 1 and sum(bool(row[lead]) for row in rows) == 1 for i, lead in enumerate(filled))
    return clean and leads == sorted(leads) and len(set(filled)) == len(filled)


def property_spans_the_same_rows(result, matrix):
    rows = [list(map(Fraction, row)) for row in result]
    for row in matrix:
        rest = list(map(Fraction, row))
        for base in rows:
            lead = next((c for c, v in enumerate(base) if v), None)
            if lead is not None:
                rest = [a - rest[lead] * b for a, b in zip(rest, base, strict=True)]
        if any(rest):
            return False
    return sum(map(any, rows)) == _rank(matrix)


def _rank(matrix):
    from_rows = [list(map(Fraction, row)) for row in matrix]
    rank = 0
    while from_rows:
        row = from_rows.pop()
        lead = next((c for c, v in enumerate(row) if v), None)
        if lead is not None:
            rank += 1
            from_rows = [
                [a - other[lead] / row[lead] * b for a, b in zip(other, row, strict=True)] for other in from_rows
            ]
    return rank
