def glob_matches(text: str, pattern: str) -> bool:
    """Decide whether a whole text fits a pattern in which * stands for any text and ? for any one character.

    Use when: file names or search terms with simple wildcards are filtered.
    Complexity: O(len(text) * len(pattern)) at worst, linear in practice.
    Source: greedy matching that only ever returns to the last star.
    """
    at = place = 0
    star, resume = -1, 0
    while at < len(text):
        if place < len(pattern) and pattern[place] == "*":
            star, resume = place, at
            place += 1
        elif place < len(pattern) and pattern[place] in ("?", text[at]):
            at, place = at + 1, place + 1
        elif star >= 0:
            resume += 1
            at, place = resume, star + 1
        else:
            return False
    return set(pattern[place:]) <= {"*"}


EXAMPLES = [
    (("report.txt", "*.txt"), True),
    (("abc", "a?c"), True),
    (("abc", "a?"), False),
    (("", "*"), True),
    (("*x", "?x"), True),
]


def inputs(random):
    for _ in range(400):
        yield (
            "".join(random.choices("ab", k=random.randint(0, 7))),
            "".join(random.choices("ab*?", k=random.randint(0, 6))),
        )


def oracle(text, pattern):
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(oracle(text[i:], pattern[1:]) for i in range(len(text) + 1))
    return bool(text) and pattern[0] in ("?", text[0]) and oracle(text[1:], pattern[1:])
