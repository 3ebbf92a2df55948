def characteristic_polynomial(matrix: list[list[int]]) -> list[int]:
    """Return the coefficients of det(x I - A), highest power first, of a square integer matrix A.

    Use when: eigenvalues, recurrences or graph spectra are examined exactly.
    Complexity: O(n^4) operations on integers.
    Source: Faddeev and LeVerrier.
    """
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise ValueError("the matrix is not square")
    coefficients = [1]
    power = [[0] * size for _ in range(size)]
    for k in range(1, size + 1):
        for i in range(size):
            power[i][i] += coefficients[-1]
        power = [[sum(matrix[i][m] * power[m][j] for m in range(size)) for j in range(size)] for i in range(size)]
        coefficients.append(-sum(power[i][i] for i in range(size)) // k)
    return coefficients


EXAMPLES = [(([[2, 0], [0, 3]],), [1, -5, 6]), (([],), [1]), (([[7]],), [1, -7]), (([[0, 1], [-1, 0]],), [1, 0, 1])]
REFUSED = [([[1, 2]],)]


def inputs(random):
    for _ in range(80):
        n = random.randint(0, 4)
        yield ([[random.randint(-4, 4) for _ in range(n)] for _ in range(n)],)


def property_agrees_with_determinants(result, matrix):
    n = len(matrix)
    for x in range(-n - 1, n + 1):
        shifted = [[x * (i == j) - matrix[i][j] for j in range(n)] for i in range(n)]
        if _determinant(shifted) != sum(c * x**p for p, c in enumerate(reversed(result))):
            return False
    return len(result) == n + 1


def _determinant(m):
    return (
        sum((-1) ** j * v * _determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j, v in enumerate(m[0]))
        if m
        else 1
    )
