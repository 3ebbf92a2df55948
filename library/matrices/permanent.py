def permanent(matrix: list[list[int]]) -> int:
    """Return the permanent of a square matrix: the determinant's sum without signs. Up to about 20 rows.

    Use when: perfect matchings or allowed permutations are counted.
    Complexity: O(2^n n).
    Source: Ryser 1963, with the subsets in Gray code order (Nijenhuis and Wilf).
    """
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise ValueError("the matrix is not square")
    sums = [0] * size
    total = 0 if size else 1
    gray = 0
    for step in range(1, 1 << size):
        column = (step & -step).bit_length() - 1
        gray ^= 1 << column
        sign = 1 if gray >> column & 1 else -1
        product = 1
        for r, row in enumerate(matrix):
            sums[r] += sign * row[column]
            product *= sums[r]
        total += -product if (size - gray.bit_count()) % 2 else product
    return total


EXAMPLES = [(([[1, 2], [3, 4]],), 10), (([],), 1), (([[5]],), 5), (([[1, 1, 1], [1, 1, 1], [1, 1, 1]],), 6)]
REFUSED = [([[1, 2]],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 5)
        yield ([[random.randint(-3, 3) for _ in range(n)] for _ in range(n)],)


def oracle(matrix):
    if not matrix:
        return 1
    return sum(v * oracle([row[:j] + row[j + 1 :] for row in matrix[1:]]) for j, v in enumerate(matrix[0]))
