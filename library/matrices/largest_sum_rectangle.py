def largest_sum_rectangle(matrix: list[list[int]]) -> tuple[int, int, int, int, int]:
    """Find the rectangle with the largest sum: (sum, top, left, bottom, right), bottom and right exclusive.

    Of equal sums the first by (top, bottom), then the leftmost.
    Use when: the hottest region of a heat map or image is located.
    Complexity: O(rows^2 * columns).
    Source: Kadane's algorithm on every band of rows; Bentley 1984.
    """
    if not matrix or not matrix[0]:
        raise ValueError("an empty matrix has no rectangle")
    best = None
    for top in range(len(matrix)):
        sums = [0] * len(matrix[0])
        for bottom in range(top + 1, len(matrix) + 1):
            sums = [s + v for s, v in zip(sums, matrix[bottom - 1], strict=True)]
            total, left = 0, 0
            for right, value in enumerate(sums, 1):
                if total < 0:
                    total, left = 0, right - 1
                total += value
                if best is None or total > best[0]:
                    best = (total, top, left, bottom, right)
    return best


EXAMPLES = [
    (([[1, -2, 3], [-4, 5, 6]],), (12, 0, 1, 2, 3)),
    (([[-3, -1]],), (-1, 0, 1, 1, 2)),
    (([[7]],), (7, 0, 0, 1, 1)),
]
REFUSED = [([],), ([[]],)]


def inputs(random):
    for _ in range(100):
        columns = random.randint(1, 4)
        yield ([[random.randint(-6, 6) for _ in range(columns)] for _ in range(random.randint(1, 4))],)


def property_no_rectangle_has_more(result, matrix):
    def total(a, b, c, d):
        return sum(v for row in matrix[a:c] for v in row[b:d])

    rows, columns = len(matrix), len(matrix[0])
    sums = [
        total(a, b, c, d)
        for a in range(rows)
        for c in range(a + 1, rows + 1)
        for b in range(columns)
        for d in range(b + 1, columns + 1)
    ]
    return result[0] == total(*result[1:]) == max(sums)
