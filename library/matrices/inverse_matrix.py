from fractions import Fraction


def inverse_matrix(matrix: list[list[int]]) -> list[list[str]] | None:
    """Return the exact inverse of a square matrix, entries as "p" or "p/q", or None if it has none.

    Use when: linear maps are undone without rounding.
    Complexity: O(n^3) rational operations.
    Source: elimination in the matrix with the identity beside it.
    """
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise ValueError("the matrix is not square")
    left = [list(map(Fraction, row)) for row in matrix]
    right = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    for k in range(size):
        pivot = next((i for i in range(k, size) if left[i][k] != 0), None)
        if pivot is None:
            return None
        for side in (left, right):
            side[k], side[pivot] = side[pivot], side[k]
        scale = left[k][k]
        for side in (left, right):
            side[k] = [v / scale for v in side[k]]
        for i in range(size):
            factor = left[i][k]
            if i != k and factor:
                for side in (left, right):
                    side[i] = [a - factor * b for a, b in zip(side[i], side[k], strict=True)]
    return [[str(v) for v in row] for row in right]


EXAMPLES = [
    (([[2, 1], [1, 1]],), [["1", "-1"], ["-1", "2"]]),
    (([[1, 2], [2, 4]],), None),
    (([],), []),
    (([[4]],), [["1/4"]]),
]
REFUSED = [([[1, 2]],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 4)
        yield ([[random.randint(-3, 3) for _ in range(n)] for _ in range(n)],)


def property_the_product_is_the_identity(result, matrix):
    if result is None:
        return _determinant(matrix) == 0
    n = len(matrix)
    values = [list(map(Fraction, row)) for row in result]
    return all(sum(matrix[i][k] * values[k][j] for k in range(n)) == (i == j) for i in range(n) for j in range(n))


def _determinant(m):
    return (
        sum((-1) ** j * v * _determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j, v in enumerate(m[0]))
        if m
        else 1
    )
