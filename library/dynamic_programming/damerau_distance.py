def damerau_distance(first: str, second: str) -> int:
    """Count the fewest insertions, deletions, replacements and swaps of neighbours between two texts.

    No part is edited twice (optimal string alignment).
    Use when: typing errors are measured, of which swapped letters are the most common.
    Complexity: O(len(first) * len(second)) time, three rows of memory.
    Source: Damerau 1964 (doi:10.1145/363958.363994).
    """
    earlier: list[int] = []
    above = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
        earlier, above = above, row
    return above[-1]


EXAMPLES = [(("ca", "ac"), 1), (("kitten", "sitting"), 3), (("", "abc"), 3), (("ca", "abc"), 3), (("same", "same"), 0)]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 5))),
            "".join(random.choices("abc", k=random.randint(0, 5))),
        )


def oracle(first, second):
    if not first or not second:
        return len(first) + len(second)
    options = [
        oracle(first[1:], second) + 1,
        oracle(first, second[1:]) + 1,
        oracle(first[1:], second[1:]) + (first[0] != second[0]),
    ]
    if first[:2] == second[:2][::-1] and len(first) > 1 and len(second) > 1:
        options.append(oracle(first[2:], second[2:]) + 1)
    return min(options)
