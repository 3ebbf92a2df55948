def global_alignment(first: str, second: str, match: int, mismatch: int, gap: int) -> tuple[int, str, str]:
    """Align two sequences end to end with the highest score: (score, first, second) with - for gaps.

    A column scores match, mismatch or gap; ties prefer columns without a gap, then gaps in second.
    Use when: biological or other sequences are compared position by position.
    Complexity: O(len(first) * len(second)).
    Source: Needleman and Wunsch 1970 (doi:10.1016/0022-2836(70)90057-4).
    """
    score = [[(i + j) * gap for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i, a in enumerate(first, 1):
        for j, b in enumerate(second, 1):
            pair = score[i - 1][j - 1] + (match if a == b else mismatch)
            score[i][j] = max(pair, score[i - 1][j] + gap, score[i][j - 1] + gap)
    top, bottom, i, j = "", "", len(first), len(second)
    while i or j:
        here = score[i][j]
        if i and j and here == score[i - 1][j - 1] + (match if first[i - 1] == second[j - 1] else mismatch):
            i, j = i - 1, j - 1
            top, bottom = first[i] + top, second[j] + bottom
        elif i and here == score[i - 1][j] + gap:
            i -= 1
            top, bottom = first[i] + top, "-" + bottom
        else:
            j -= 1
            top, bottom = "-" + top, second[j] + bottom
    return score[-1][-1], top, bottom


EXAMPLES = [
    (("GATT", "GCAT", 1, -1, -1), (1, "G-ATT", "GCA-T")),
    (("", "AC", 1, -1, -2), (-4, "--", "AC")),
    (("A", "A", 2, -1, -1), (2, "A", "A")),
]


def inputs(random):
    for _ in range(100):
        a, b = ("".join(random.choices("ACG", k=random.randint(0, 5))) for _ in range(2))
        yield a, b, random.randint(1, 3), random.randint(-3, 0), random.randint(-3, -1)


def property_the_alignment_has_that_score(result, first, second, match, mismatch, gap):
    score, top, bottom = result
    columns = list(zip(top, bottom, strict=True))
    total = sum(gap if "-" in c else match if c[0] == c[1] else mismatch for c in columns)
    return (top.replace("-", ""), bottom.replace("-", ""), total) == (first, second, score)


def property_no_alignment_scores_more(result, first, second, match, mismatch, gap):
    def best(a, b):
        if not a or not b:
            return gap * (len(a) + len(b))
        return max(
            best(a[1:], b[1:]) + (match if a[0] == b[0] else mismatch), best(a[1:], b) + gap, best(a, b[1:]) + gap
        )

    return result[0] == best(first, second)
