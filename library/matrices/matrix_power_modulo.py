def matrix_power_modulo(matrix: list[list[int]], exponent: int, modulus: int) -> list[list[int]]:
    """Raise a square matrix to a non-negative power modulo a positive number.

    Use when: linear recurrences or path counts are needed far out.
    Complexity: O(n^3 log exponent).
    Source: binary exponentiation from the highest bit.
    """
    if exponent < 0 or modulus < 1:
        raise ValueError("a non-negative exponent and a positive modulus were expected")
    size = len(matrix)
    result = [[int(i == j) % modulus for j in range(size)] for i in range(size)]
    for bit in f"{exponent:b}":
        result = _times(result, result, modulus)
        if bit == "1":
            result = _times(result, matrix, modulus)
    return result


def _times(left: list[list[int]], right: list[list[int]], modulus: int) -> list[list[int]]:
    return [[sum(row[k] * right[k][j] for k in range(len(right))) % modulus for j in range(len(right))] for row in left]


EXAMPLES = [
    (([[1, 1], [1, 0]], 10, 1000), [[89, 55], [55, 34]]),
    (([[2]], 0, 5), [[1]]),
    (([], 3, 7), []),
    (([[-1]], 3, 10), [[9]]),
]
REFUSED = [([[1]], -1, 5), ([[1]], 1, 0)]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 3)
        yield (
            [[random.randint(-9, 9) for _ in range(n)] for _ in range(n)],
            random.randint(0, 12),
            random.randint(1, 50),
        )


def oracle(matrix, exponent, modulus):
    n = len(matrix)
    power = [[int(i == j) for j in range(n)] for i in range(n)]
    for _ in range(exponent):
        power = [[sum(power[i][k] * matrix[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return [[v % modulus for v in row] for row in power]
