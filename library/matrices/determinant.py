def determinant(matrix: list[list[int]]) -> int:
    """Return the exact determinant of a square integer matrix; 1 for the empty one.

    Use when: invertibility, volumes or counts of spanning trees must be exact.
    Complexity: O(n^3) multiplications of integers that stay small.
    Source: fraction-free elimination, Bareiss 1968 (doi:10.1090/S0025-5718-1968-0226829-0).
    """
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise ValueError("the matrix is not square")
    rows = [list(row) for row in matrix]
    sign, divisor = 1, 1
    for k in range(size - 1):
        pivot = next((i for i in range(k, size) if rows[i][k]), None)
        if pivot is None:
            return 0
        if pivot != k:
            rows[k], rows[pivot], sign = rows[pivot], rows[k], -sign
        for i in range(k + 1, size):
            for j in range(k + 1, size):
                rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // divisor
        divisor = rows[k][k]
    return sign * rows[-1][-1] if size else 1


EXAMPLES = [(([[1, 2], [3, 4]],), -2), (([],), 1), (([[0, 1], [1, 0]],), -1), (([[2, 0, 1], [1, 3, 2], [1, 1, 1]],), 0)]
REFUSED = [([[1, 2]],)]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 4)
        yield ([[random.randint(-5, 5) for _ in range(n)] for _ in range(n)],)


def oracle(matrix):
    if not matrix:
        return 1
    return sum((-1) ** j * v * oracle([row[:j] + row[j + 1 :] for row in matrix[1:]]) for j, v in enumerate(matrix[0]))
