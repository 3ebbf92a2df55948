def merge_sort(records: list[tuple], column: int) -> list[tuple]:
    """Sort records by one column, keeping the order of those that are equal in it.

    Use when: a stable order is needed, or only sequential access is cheap.
    Complexity: O(n log n) comparisons, O(n) memory.
    Source: von Neumann 1945; the bottom-up form, Knuth, TAOCP vol. 3, 5.2.4.
    """
    runs = [[record] for record in records]
    while len(runs) > 1:
        pairs = [_merge(a, b, column) for a, b in zip(runs[::2], runs[1::2], strict=False)]
        runs = pairs + runs[len(pairs) * 2 :]
    return runs[0] if runs else []


def _merge(left: list[tuple], right: list[tuple], column: int) -> list[tuple]:
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j][column] < left[i][column]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


EXAMPLES = [
    (([(2, "a"), (1, "b"), (2, "c")], 0), [(1, "b"), (2, "a"), (2, "c")]),
    (([], 0), []),
    (([(3, 1), (1, 2)], 1), [(3, 1), (1, 2)]),
]


def inputs(random):
    for _ in range(150):
        yield (
            [(random.randint(0, 4), random.randint(0, 4), i) for i in range(random.randint(0, 14))],
            random.randint(0, 1),
        )


def oracle(records, column):
    return sorted(records, key=lambda r: r[column])
