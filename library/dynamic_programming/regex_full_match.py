import re
from functools import cache


def regex_full_match(text: str, pattern: str) -> bool:
    """Decide whether a whole text fits a pattern in which . is any character and x* any number of x.

    Use when: a small, safe matcher without backtracking blow-up is needed.
    Complexity: O(len(text) * len(pattern)).
    Source: memoised recursion on the remaining text and pattern.
    """
    if pattern.startswith("*") or "**" in pattern:
        raise ValueError(f"a star of {pattern!r} repeats nothing")

    @cache
    def fits(at: int, place: int) -> bool:
        if place == len(pattern):
            return at == len(text)
        first = at < len(text) and pattern[place] in (".", text[at])
        if pattern[place + 1 : place + 2] == "*":
            return fits(at, place + 2) or (first and fits(at + 1, place))
        return first and fits(at + 1, place + 1)

    return fits(0, 0)


EXAMPLES = [
    (("aab", "c*a*b"), True),
    (("ab", ".*"), True),
    (("aa", "a"), False),
    (("", "a*"), True),
    (("ab", ".*c"), False),
]
REFUSED = [("a", "*a"), ("a", "a**")]


def inputs(random):
    for _ in range(300):
        pattern = "".join(random.choice("ab.") + random.choice(["", "*"]) for _ in range(random.randint(0, 4)))
        yield "".join(random.choices("ab", k=random.randint(0, 6))), pattern


def oracle(text, pattern):
    return re.fullmatch(pattern, text) is not None
