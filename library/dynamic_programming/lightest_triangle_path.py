def lightest_triangle_path(triangle: list[list[int]]) -> tuple[int, list[int]]:
    """Find a path from the top of a triangle to its base with the smallest sum: (sum, index in each row).

    Each step goes to the same index or the next; ties go left.
    Use when: costs along branching choices in layers are minimised.
    Complexity: O(cells).
    Source: dynamic programming from the base upwards.
    """
    if not triangle or any(len(row) != depth for depth, row in enumerate(triangle, 1)):
        raise ValueError("rows of 1, 2, 3, … numbers were expected")
    below = [0] * (len(triangle) + 1)
    turns = []
    for row in reversed(triangle):
        turns.append([below[i + 1] < below[i] for i in range(len(row))])
        below = [value + min(below[i], below[i + 1]) for i, value in enumerate(row)]
    path = [0]
    for turn in reversed(turns[1:]):
        path.append(path[-1] + turn[path[-1]])
    return below[0], path


EXAMPLES = [
    (([[2], [3, 4], [6, 5, 7], [4, 1, 8, 3]],), (11, [0, 0, 1, 1])),
    (([[5]],), (5, [0])),
    (([[1], [2, 2]],), (3, [0, 0])),
]
REFUSED = [([],), ([[1], [2]],)]


def inputs(random):
    for _ in range(150):
        yield ([[random.randint(-5, 9) for _ in range(n)] for n in range(1, random.randint(2, 7))],)


def oracle(triangle):
    paths = [[0]]
    for _ in triangle[1:]:
        paths = [p + [p[-1] + step] for p in paths for step in (0, 1)]
    return min((sum(row[i] for row, i in zip(triangle, p, strict=True)), p) for p in paths)
