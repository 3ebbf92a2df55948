def spiral_square(size: int) -> list[list[int]]:
    """Build a square matrix with 1, 2, 3, … written clockwise from the top left corner inwards.

    Use when: spiral layouts or test patterns are made.
    Complexity: O(size^2).
    Source: walk straight on, turn right at the rim or at what is filled.
    """
    square = [[0] * max(size, 0) for _ in range(size)]
    r, c, dr, dc = 0, 0, 0, 1
    for number in range(1, size * size + 1 if size > 0 else 1):
        square[r][c] = number
        if square[(r + dr) % size][(c + dc) % size]:
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return square


EXAMPLES = [((3,), [[1, 2, 3], [8, 9, 4], [7, 6, 5]]), ((0,), []), ((1,), [[1]]), ((2,), [[1, 2], [4, 3]]), ((-2,), [])]


def inputs(random):
    for size in range(-3, 20):
        yield (size,)


def property_unrolls_to_the_numbers(result, size):
    rest, order = [list(row) for row in result], []
    while rest:
        order += rest[0]
        rest = [list(row) for row in zip(*rest[1:], strict=True)][::-1]
    return order == list(range(1, max(size, 0) ** 2 + 1))
