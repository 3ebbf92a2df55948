def count_subsequence_occurrences(text: str, part: str) -> int:
    """Count the ways to choose places of text that spell part.

    Use when: the multiplicity of an ordered pattern is measured.
    Complexity: O(len(text) * len(part)) time, O(len(part)) memory.
    Source: each character extends the counts of the prefix that it completes, from the back.
    """
    ways = [1] + [0] * len(part)
    for character in text:
        for length in range(len(part), 0, -1):
            if part[length - 1] == character:
                ways[length] += ways[length - 1]
    return ways[-1]


EXAMPLES = [(("rabbbit", "rabbit"), 3), (("abc", ""), 1), (("", "a"), 0), (("aaaa", "aa"), 6)]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("ab", k=random.randint(0, 9))),
            "".join(random.choices("ab", k=random.randint(0, 4))),
        )


def oracle(text, part):
    spelled = [""]
    for c in text:
        spelled += [s + c for s in spelled]
    return spelled.count(part)
