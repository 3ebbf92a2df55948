def magic_square(size: int) -> list[list[int]]:
    """Build a square of the numbers 1 to size^2 whose rows, columns and diagonals have equal sums; size 2 has none.

    Use when: balanced designs or puzzles are made.
    Complexity: O(size^2).
    Source: de la Loubère for odd, the complement pattern for multiples of four, LUX (Conway) for the rest.
    """
    if size < 1 or size == 2:
        raise ValueError(f"there is no magic square of size {size}")
    if size % 2:
        return [
            [size * ((r + c + 1 + size // 2) % size) + (r + 2 * c + 1) % size + 1 for c in range(size)]
            for r in range(size)
        ]
    if size % 4 == 0:
        last = size * size + 1
        kept = {(0, 0), (0, 3), (3, 0), (3, 3), (1, 1), (1, 2), (2, 1), (2, 2)}
        number = [[size * r + c + 1 for c in range(size)] for r in range(size)]
        return [[v if (r % 4, c % 4) in kept else last - v for c, v in enumerate(row)] for r, row in enumerate(number)]
    return _lux(size)


def _lux(size: int) -> list[list[int]]:
    half = size // 2
    middle = half // 2
    small = magic_square(half)
    orders = {
        "L": (4, 1, 2, 3),
        "U": (1, 4, 2, 3),
        "X": (1, 4, 3, 2),
    }  # upper left, upper right, lower left, lower right
    square = [[0] * size for _ in range(size)]
    for r in range(half):
        for c in range(half):
            letter = "L" if r <= middle else "U" if r == middle + 1 else "X"
            if c == middle and r in (middle, middle + 1):
                letter = "U" if r == middle else "L"
            for place, offset in enumerate(orders[letter]):
                square[2 * r + place // 2][2 * c + place % 2] = 4 * (small[r][c] - 1) + offset
    return square


EXAMPLES = [
    ((1,), [[1]]),
    ((3,), [[8, 1, 6], [3, 5, 7], [4, 9, 2]]),
    ((4,), [[1, 15, 14, 4], [12, 6, 7, 9], [8, 10, 11, 5], [13, 3, 2, 16]]),
]
REFUSED = [(2,), (0,), (-3,)]


def inputs(random):
    for size in [1, *range(3, 26)]:
        yield (size,)


def property_is_magic(result, size):
    total = size * (size * size + 1) // 2
    lines = [
        *result,
        *zip(*result, strict=True),
        [result[i][i] for i in range(size)],
        [result[i][-1 - i] for i in range(size)],
    ]
    return all(sum(line) == total for line in lines) and sorted(v for row in result for v in row) == list(
        range(1, size * size + 1)
    )
