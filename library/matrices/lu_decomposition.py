def lu_decomposition(matrix: list[list[float]]) -> tuple[list[int], list[list[float]], list[list[float]]]:
    """Factor a square matrix as P A = L U by partial pivoting: (row order P, unit lower L, upper U).

    Use when: several systems with one matrix are solved numerically. Raises ValueError if singular.
    Complexity: O(n^3).
    Source: Golub and Van Loan, Matrix Computations, 3.4.
    """
    size = len(matrix)
    order = list(range(size))
    upper = [list(row) for row in matrix]
    lower = [[float(i == j) for j in range(size)] for i in range(size)]
    for k in range(size):
        pivot = max(range(k, size), key=lambda i: abs(upper[i][k]))
        if upper[pivot][k] == 0:
            raise ValueError("the matrix is singular")
        order[k], order[pivot] = order[pivot], order[k]
        upper[k], upper[pivot] = upper[pivot], upper[k]
        lower[k][:k], lower[pivot][:k] = lower[pivot][:k], lower[k][:k]
        for i in range(k + 1, size):
            factor = upper[i][k] / upper[k][k]
            lower[i][k] = factor
            upper[i] = [0.0] * (k + 1) + [
                a - factor * b for a, b in zip(upper[i][k + 1 :], upper[k][k + 1 :], strict=True)
            ]
    return order, lower, upper


EXAMPLES = [
    (
        ([[1.0, 2.0], [3.0, 4.0]],),
        ([1, 0], [[1.0, 0.0], [0.3333333333333333, 1.0]], [[3.0, 4.0], [0.0, 0.6666666666666667]]),
    ),
    (([[5.0]],), ([0], [[1.0]], [[5.0]])),
    (([],), ([], [], [])),
]
REFUSED = [([[1.0, 2.0], [2.0, 4.0]],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 4)
        m = [[float(random.randint(-5, 5)) for _ in range(n)] for _ in range(n)]
        for i in range(n):
            m[i][i] += 30.0
        random.shuffle(m)
        yield (m,)


def property_the_product_is_the_permuted_matrix(result, matrix):
    order, lower, upper = result
    n = len(matrix)
    product = [[sum(lower[i][k] * upper[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return all(abs(product[i][j] - matrix[order[i]][j]) < 1e-9 for i in range(n) for j in range(n))


def property_factors_are_triangular(result, matrix):
    order, lower, upper = result
    n = len(matrix)
    return sorted(order) == list(range(n)) and all(
        upper[i][j] == 0 and lower[j][i] == 0 and lower[i][i] == 1 and abs(lower[i][j]) <= 1
        for i in range(n)
        for j in range(i)
    )
