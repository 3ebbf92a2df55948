def local_alignment_score(first: str, second: str, match: int, mismatch: int, gap: int) -> int:
    """Return the highest score of aligning any stretch of one sequence with any stretch of the other; at least 0.

    Use when: shared regions of otherwise different sequences are found.
    Complexity: O(len(first) * len(second)) time, O(len(second)) memory.
    Source: Smith and Waterman 1981 (doi:10.1016/0022-2836(81)90087-5), with a linear gap cost.
    """
    above = [0] * (len(second) + 1)
    highest = 0
    for a in first:
        row = [0]
        for j, b in enumerate(second, 1):
            diagonal = above[j - 1] + (match if a == b else mismatch)
            row.append(max(0, diagonal, above[j] + gap, row[-1] + gap))
        highest = max(highest, *row)
        above = row
    return highest


EXAMPLES = [
    (("TGTTACGG", "GGTTGACTA", 3, -3, -2), 13),
    (("", "A", 1, -1, -1), 0),
    (("A", "C", 1, -1, -1), 0),
    (("XABCY", "ZABCW", 2, -1, -1), 6),
]


def inputs(random):
    for _ in range(60):
        a, b = ("".join(random.choices("ACG", k=random.randint(0, 4))) for _ in range(2))
        yield a, b, random.randint(1, 3), random.randint(-3, -1), random.randint(-3, -1)


def oracle(first, second, match, mismatch, gap):
    def best(a, b):
        if not a or not b:
            return gap * (len(a) + len(b))
        return max(
            best(a[1:], b[1:]) + (match if a[0] == b[0] else mismatch), best(a[1:], b) + gap, best(a, b[1:]) + gap
        )

    parts = [[t[i:j] for i in range(len(t) + 1) for j in range(i, len(t) + 1)] for t in (first, second)]
    return max(best(a, b) for a in parts[0] for b in parts[1])
