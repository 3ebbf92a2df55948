import re


def strip_comments(source: str) -> str:
    """Remove // and /* */ comments of C-like code, leaving string and character literals alone.

    A block comment becomes one space, a line comment ends before its line break.
    Use when: JSON with comments or code is read by a simpler parser.
    Complexity: O(len(source)).
    Source: the C standard, translation phase 3.
    """
    kept, at = [], 0
    while at < len(source):
        character = source[at]
        if source.startswith("//", at):
            end = source.find("\n", at)
            at = len(source) if end < 0 else end
        elif source.startswith("/*", at):
            end = source.find("*/", at + 2)
            if end < 0:
                raise ValueError("a comment is not closed")
            kept.append(" ")
            at = end + 2
        elif character in "\"'":
            end = at + 1
            while end < len(source) and source[end] != character:
                end += 2 if source[end] == "\\" else 1
            kept.append(source[at : end + 1])
            at = end + 1
        else:
            kept.append(character)
            at += 1
    return "".join(kept)


EXAMPLES = [
    (("a // b\nc",), "a \nc"),
    (("x/* y */z",), "x z"),
    (('"// no" // yes',), '"// no" '),
    (("",), ""),
    (('"a\\"/*" b',), '"a\\"/*" b'),
]
REFUSED = [("/* open",)]


def inputs(random):
    for _ in range(250):
        yield (
            "".join(
                random.choices(["a", '"x//y"', "// c\n", "/* d */", "'/*'", "/", "\n", '"\\""'], k=random.randint(0, 7))
            )
            + "\n",
        )


def oracle(source):
    pattern = r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
    return re.sub(pattern, lambda m: m[0] if m[0][0] in "\"'" else " " if m[0][1] == "*" else "", source, flags=re.S)
