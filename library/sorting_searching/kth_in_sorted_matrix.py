def kth_in_sorted_matrix(matrix: list[list[int]], rank: int) -> int:
    """Return the rank-th smallest value (from 1) of a matrix whose rows and columns rise.

    Use when: order statistics of sums, products or tables are needed without listing them all.
    Complexity: O((rows + columns) log range).
    Source: binary search on the value; counting along a staircase.
    """
    if not matrix or not 1 <= rank <= len(matrix) * len(matrix[0]):
        raise ValueError(f"there is no value of rank {rank}")
    low, high = matrix[0][0], matrix[-1][-1]
    while low < high:
        middle = (low + high) // 2
        column, count = len(matrix[0]), 0
        for row in matrix:
            while column and row[column - 1] > middle:
                column -= 1
            count += column
        if count < rank:
            low = middle + 1
        else:
            high = middle
    return low


EXAMPLES = [(([[1, 5, 9], [10, 11, 13], [12, 13, 15]], 8), 13), (([[-5]], 1), -5), (([[1, 2], [1, 3]], 2), 1)]
REFUSED = [([], 1), ([[1]], 2), ([[1]], 0)]


def inputs(random):
    for _ in range(200):
        rows = [random.randint(-9, 9) for _ in range(random.randint(1, 4))]
        columns = [random.randint(-9, 9) for _ in range(random.randint(1, 4))]
        yield [[r + c for c in sorted(columns)] for r in sorted(rows)], random.randint(1, len(rows) * len(columns))


def oracle(matrix, rank):
    return sorted(v for row in matrix for v in row)[rank - 1]
