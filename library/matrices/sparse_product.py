def sparse_product(left: dict[tuple[int, int], int], right: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Multiply two sparse matrices given as {(row, column): value}; zeros of the product are left out.

    Use when: most entries are zero, as in graphs or counts.
    Complexity: O(pairs of entries that meet).
    Source: Gustavson 1978 (doi:10.1145/355791.355796), row by row.
    """
    by_row: dict[int, list[tuple[int, int]]] = {}
    for (row, column), value in right.items():
        by_row.setdefault(row, []).append((column, value))
    product: dict[tuple[int, int], int] = {}
    for (row, middle), factor in left.items():
        for column, value in by_row.get(middle, []):
            product[row, column] = product.get((row, column), 0) + factor * value
    return {place: value for place, value in product.items() if value}


EXAMPLES = [
    (({(0, 0): 2, (1, 2): 3}, {(0, 1): 5, (2, 0): 4}), {(0, 1): 10, (1, 0): 12}),
    (({}, {(0, 0): 1}), {}),
    (({(0, 0): 1, (0, 1): 1}, {(0, 0): 1, (1, 0): -1}), {}),
]


def inputs(random):
    for _ in range(120):
        yield tuple(
            {(random.randint(0, 3), random.randint(0, 3)): random.randint(-3, 3) for _ in range(random.randint(0, 7))}
            for _ in range(2)
        )


def oracle(left, right):
    dense = {
        (i, j): sum(left.get((i, k), 0) * right.get((k, j), 0) for k in range(4)) for i in range(4) for j in range(4)
    }
    return {place: v for place, v in dense.items() if v}
