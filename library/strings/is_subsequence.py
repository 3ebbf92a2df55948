def is_subsequence(part: str, whole: str) -> bool:
    """Decide whether part can be had from whole by leaving out characters.

    Use when: abbreviations, fuzzy finders or ordered containment are checked.
    Complexity: O(len(whole)) comparisons.
    Source: greedy matching of each character at its first place.
    """
    position = 0
    for character in part:
        position = whole.find(character, position) + 1
        if position == 0:
            return False
    return True


EXAMPLES = [
    (("ace", "abcde"), True),
    (("aec", "abcde"), False),
    (("", "x"), True),
    (("a", ""), False),
    (("aa", "a"), False),
]


def inputs(random):
    for _ in range(300):
        yield (
            "".join(random.choices("ab", k=random.randint(0, 4))),
            "".join(random.choices("ab", k=random.randint(0, 8))),
        )


def oracle(part, whole):
    reached = {""}
    for character in whole:
        reached |= {r + character for r in reached}
    return part in reached
