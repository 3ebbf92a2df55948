def longest_common_subsequence(first: str, second: str) -> str:
    """Return one longest text that is a subsequence of both, preferring characters found early in first.

    Use when: versions are compared, or shared order is measured.
    Complexity: O(len(first) * len(second)) time and memory.
    Source: Wagner and Fischer 1974; Hirschberg 1975.
    """
    rows, columns = len(first), len(second)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]  # of the rests from (i, j)
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            if first[i] == second[j]:
                best[i][j] = best[i + 1][j + 1] + 1
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    common = []
    while best[i][j]:
        if first[i] == second[j]:
            common.append(first[i])
            i, j = i + 1, j + 1
        elif best[i][j + 1] == best[i][j]:
            j += 1
        else:
            i += 1
    return "".join(common)


EXAMPLES = [(("ABCBDAB", "BDCABA"), "BCBA"), (("", "abc"), ""), (("abc", "abc"), "abc"), (("ab", "ba"), "a")]


def inputs(random):
    for _ in range(200):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 7))),
            "".join(random.choices("abc", k=random.randint(0, 7))),
        )


def property_is_a_subsequence_of_both(result, first, second):
    def inside(text):
        rest = iter(text)
        return all(c in rest for c in result)

    return inside(first) and inside(second)


def property_none_is_longer(result, first, second):
    def parts(text):
        found = {""}
        for c in text:
            found |= {f + c for f in found}
        return found

    return len(result) == max(map(len, parts(first) & parts(second)))
