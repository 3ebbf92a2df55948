def latin_square_completion(square: list[list[int]]) -> list[list[int]] | None:
    """Fill the zeros of a square so that every row and column holds 1..n once; the first solution found, or None.

    Use when: balanced designs or timetables are completed.
    Complexity: exponential at worst; the most constrained cell is filled first.
    Source: backtracking with the minimum remaining values heuristic.
    """
    size = len(square)
    rows = [list(row) for row in square]
    for lines in (rows, list(zip(*rows, strict=True))):
        if any(len([v for v in line if v]) != len({v for v in line if v}) for line in lines):
            return None

    def options(r: int, c: int) -> list[int]:
        taken = {*rows[r], *(row[c] for row in rows)}
        return [v for v in range(1, size + 1) if v not in taken]

    def fill() -> bool:
        empty = [(len(options(r, c)), r, c) for r in range(size) for c in range(size) if not rows[r][c]]
        if not empty:
            return True
        _, r, c = min(empty)
        for value in options(r, c):
            rows[r][c] = value
            if fill():
                return True
        rows[r][c] = 0
        return False

    return rows if fill() else None


EXAMPLES = [(([[1, 0], [0, 0]],), [[1, 2], [2, 1]]), (([[1, 1], [0, 0]],), None), (([],), []), (([[0]],), [[1]])]


def inputs(random):
    for _ in range(60):
        n = random.randint(1, 4)
        rows = random.sample(range(n), n)
        yield (
            [
                [
                    ((r + c) % n + 1) * (random.random() < 0.5) if random.random() < 0.95 else random.randint(1, n)
                    for c in range(n)
                ]
                for r in rows
            ],
        )


def property_is_a_completion(result, square):
    if result is None:
        return True
    n = list(range(1, len(square) + 1))
    kept = all(w in (0, v) for a, b in zip(result, square, strict=True) for v, w in zip(a, b, strict=True))
    return kept and all(sorted(line) == n for line in [*result, *zip(*result, strict=True)])


def property_none_only_if_impossible(result, square):
    if result is not None:
        return True
    n = len(square)

    def possible(at, rows):
        if at == n * n:
            return all(len(set(line)) == n for line in [*rows, *zip(*rows, strict=True)])
        r, c = divmod(at, n)
        choices = [square[r][c]] if square[r][c] else range(1, n + 1)
        for v in choices:
            if v not in rows[r][:c] and all(rows[i][c] != v for i in range(r)):
                rows[r][c] = v
                if possible(at + 1, rows):
                    return True
        rows[r][c] = 0
        return False

    return not possible(0, [[0] * n for _ in range(n)])
