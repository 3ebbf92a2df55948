def solve_modulo_two(rows: list[list[int]], right: list[int]) -> list[int] | None:
    """Find one 0/1 solution of linear equations modulo 2, free unknowns set to 0, or None.

    Use when: lights-out puzzles, parity checks or toggle systems are solved.
    Complexity: O(rows * rank) operations on integers as bit rows.
    Source: Gaussian elimination over the field of two elements.
    """
    if len(rows) != len(right):
        raise ValueError(f"{len(rows)} equations with {len(right)} right sides")
    columns = len(rows[0]) if rows else 0
    basis: list[tuple[int, int]] = []  # (pivot bit, equation), reduced; the highest bit is the right side
    for row, value in zip(rows, right, strict=True):
        equation = sum((bit & 1) << i for i, bit in enumerate(row)) | (value & 1) << columns
        for pivot, known in basis:
            if equation & pivot:
                equation ^= known
        left = equation & ((1 << columns) - 1)
        if not left:
            if equation:
                return None
            continue
        pivot = left & -left
        basis = [(p, known ^ equation if known & pivot else known) for p, known in basis]
        basis.append((pivot, equation))
    solved = {pivot.bit_length() - 1: known >> columns for pivot, known in basis}
    return [solved.get(i, 0) for i in range(columns)]


EXAMPLES = [
    (([[1, 1], [0, 1]], [1, 1]), [0, 1]),
    (([[1, 1], [1, 1]], [0, 1]), None),
    (([], []), []),
    (([[1, 1, 0]], [1]), [1, 0, 0]),
]
REFUSED = [([[1]], [])]


def inputs(random):
    for _ in range(200):
        columns = random.randint(1, 5)
        n = random.randint(0, 5)
        yield (
            [[random.randint(0, 1) for _ in range(columns)] for _ in range(n)],
            [random.randint(0, 1) for _ in range(n)],
        )


def property_solves_or_there_is_no_solution(result, rows, right):
    def fits(x):
        return all(sum(a * b for a, b in zip(row, x, strict=True)) % 2 == v for row, v in zip(rows, right, strict=True))

    columns = len(rows[0]) if rows else 0
    if result is None:
        return not any(fits([m >> i & 1 for i in range(columns)]) for m in range(1 << columns))
    return len(result) == columns and fits(result)
