def sparse_table_minima(values: list[int], ranges: list[tuple[int, int]]) -> list[int]:
    """Answer for each (start, end), end exclusive and not empty, which value of the range is smallest.

    Use when: very many range questions are asked about data that does not change.
    Complexity: O(n log n) to prepare, O(1) a question.
    Source: Bender and Farach-Colton 2000: two overlapping powers of two cover a range.
    """
    levels = [list(values)]
    while 2 << len(levels) - 1 <= len(values):
        half = 1 << len(levels) - 1
        levels.append([min(a, b) for a, b in zip(levels[-1], levels[-1][half:], strict=False)])
    answers = []
    for start, end in ranges:
        if not 0 <= start < end <= len(values):
            raise ValueError(f"{start} to {end} is not a range of {len(values)} values")
        level = (end - start).bit_length() - 1
        answers.append(min(levels[level][start], levels[level][end - (1 << level)]))
    return answers


EXAMPLES = [(([4, 2, 7, 1, 9], [(0, 3), (2, 5), (4, 5)]), [2, 1, 9]), (([], []), []), (([3], [(0, 1)]), [3])]
REFUSED = [([1], [(0, 0)]), ([1], [(0, 2)])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 12)
        yield (
            [random.randint(-9, 9) for _ in range(n)],
            [tuple(sorted(random.sample(range(n + 1), 2))) for _ in range(8)],
        )


def oracle(values, ranges):
    return [min(values[a:b]) for a, b in ranges]
