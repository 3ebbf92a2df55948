from math import sqrt


def cholesky_factor(matrix: list[list[float]]) -> list[list[float]]:
    """Return the lower triangular L with L L^T equal to a symmetric positive definite matrix, else raise ValueError.

    Use when: covariances are sampled from, or least squares solved.
    Complexity: O(n^3 / 3).
    Source: Cholesky 1910; Golub and Van Loan, 4.2.
    """
    size = len(matrix)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            if matrix[i][j] != matrix[j][i]:
                raise ValueError("the matrix is not symmetric")
            rest = matrix[i][j] - sum(a * b for a, b in zip(lower[i][:j], lower[j][:j], strict=True))
            if i == j:
                if rest <= 0:
                    raise ValueError("the matrix is not positive definite")
                lower[i][i] = sqrt(rest)
            else:
                lower[i][j] = rest / lower[j][j]
    return lower


EXAMPLES = [(([[4.0, 2.0], [2.0, 5.0]],), [[2.0, 0.0], [1.0, 2.0]]), (([],), []), (([[9.0]],), [[3.0]])]
REFUSED = [([[1.0, 2.0], [2.0, 1.0]],), ([[1.0, 0.0], [1.0, 1.0]],), ([[0.0]],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 4)
        a = [[random.randint(-3, 3) for _ in range(n)] for _ in range(n)]
        yield (
            [
                [float(sum(x * y for x, y in zip(a[i], a[j], strict=True)) + (i == j)) for j in range(n)]
                for i in range(n)
            ],
        )


def property_times_its_transpose_is_the_matrix(result, matrix):
    n = len(matrix)
    triangular = all(result[i][j] == 0 for i in range(n) for j in range(i + 1, n))
    return triangular and all(
        abs(sum(x * y for x, y in zip(result[i], result[j], strict=True)) - matrix[i][j]) < 1e-8
        for i in range(n)
        for j in range(n)
    )
