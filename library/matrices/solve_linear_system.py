from fractions import Fraction


def solve_linear_system(matrix: list[list[int]], right: list[int]) -> list[str] | None:
    """Solve a square system of linear equations exactly, each unknown as "p" or "p/q"; None unless one solution.

    Use when: balances, mixtures or intersections must be exact.
    Complexity: O(n^3) rational operations.
    Source: Gauss-Jordan elimination.
    """
    size = len(matrix)
    if any(len(row) != size for row in matrix) or len(right) != size:
        raise ValueError("as many equations as unknowns were expected")
    rows = [[Fraction(v) for v in (*row, value)] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = next((r for r in range(column, size) if rows[r][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        rows[column] = [v / lead for v in rows[column]]
        for r, row in enumerate(rows):
            if r != column and row[column]:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[column], strict=True)]
    return [str(row[-1]) for row in rows]


EXAMPLES = [
    (([[2, 1], [1, 3]], [3, 5]), ["4/5", "7/5"]),
    (([[1, 1], [2, 2]], [1, 2]), None),
    (([], []), []),
    (([[0, 2], [1, 0]], [4, 3]), ["3", "2"]),
]
REFUSED = [([[1, 2]], [3])]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 4)
        yield [[random.randint(-3, 3) for _ in range(n)] for _ in range(n)], [random.randint(-9, 9) for _ in range(n)]


def property_solves_every_equation(result, matrix, right):
    if result is None:
        return _determinant(matrix) == 0
    values = list(map(Fraction, result))
    return all(sum(a * x for a, x in zip(row, values, strict=True)) == b for row, b in zip(matrix, right, strict=True))


def _determinant(m):
    return (
        sum((-1) ** j * v * _determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j, v in enumerate(m[0]))
        if m
        else 1
    )
