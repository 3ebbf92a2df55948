def shortest_common_supersequence(first: str, second: str) -> str:
    """Return a shortest text that has both texts as subsequences.

    Use when: two orders are merged without repeating what they share.
    Complexity: O(len(first) * len(second)).
    Source: a table of lengths from the back, then a walk along it; ties take from first.
    """
    rows, columns = len(first), len(second)
    need = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i == rows or j == columns:
                need[i][j] = rows - i + columns - j
            elif first[i] == second[j]:
                need[i][j] = 1 + need[i + 1][j + 1]
            else:
                need[i][j] = 1 + min(need[i + 1][j], need[i][j + 1])
    merged, i, j = [], 0, 0
    while i < rows and j < columns:
        same = first[i] == second[j]
        if same or need[i + 1][j] <= need[i][j + 1]:
            merged.append(first[i])
            i, j = i + 1, j + same
        else:
            merged.append(second[j])
            j += 1
    return "".join(merged) + first[i:] + second[j:]


EXAMPLES = [(("abac", "cab"), "cabac"), (("", "xy"), "xy"), (("ab", "ab"), "ab"), (("a", "b"), "ab")]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 5))),
            "".join(random.choices("abc", k=random.randint(0, 5))),
        )


def property_contains_both(result, first, second):
    def inside(part):
        rest = iter(result)
        return all(c in rest for c in part)

    return inside(first) and inside(second)


def property_none_is_shorter(result, first, second):
    def length(a, b):
        if not a or not b:
            return len(a) + len(b)
        if a[0] == b[0]:
            return 1 + length(a[1:], b[1:])
        return 1 + min(length(a[1:], b), length(a, b[1:]))

    return len(result) == length(first, second)
