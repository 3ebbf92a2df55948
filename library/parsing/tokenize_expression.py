import re


def tokenize_expression(text: str) -> list[tuple[str, str]]:
    """Split program text into ("number" | "name" | "string" | "operator", text) tokens, white space dropped.

    Use when: a hand-written parser needs a scanner with good errors.
    Complexity: O(len(text)).
    Source: one alternation of named groups, as in the documentation of Python's re module.
    """
    pattern = re.compile(
        r"(?P<space>\s+)|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)|(?P<string>'[^'\n]*')"
        r"|(?P<operator>[<>=!]=|[-+*/%()<>=,.\[\]])"
    )
    tokens, at = [], 0
    while at < len(text):
        found = pattern.match(text, at)
        if not found:
            raise ValueError(f"nothing that begins with {text[at]!r} at {at} is known")
        if found.lastgroup != "space":
            tokens.append((found.lastgroup, found[0]))
        at = found.end()
    return tokens


EXAMPLES = [
    (("x1 >= 2.5",), [("name", "x1"), ("operator", ">="), ("number", "2.5")]),
    (("",), []),
    (("f('a b')",), [("name", "f"), ("operator", "("), ("string", "'a b'"), ("operator", ")")]),
    (("a=-1",), [("name", "a"), ("operator", "="), ("operator", "-"), ("number", "1")]),
]
REFUSED = [("a # b",), ("'open",), ("$",)]


def inputs(random):
    for _ in range(200):
        yield (
            " ".join(
                random.choices(
                    ["x", "y2", "_z", "12", "3.5", "'s t'", "+", "<=", "==", "(", "]", ","], k=random.randint(0, 7)
                )
            ),
        )


def property_pieces_are_those_of_the_text(result, text):
    return "".join(t for _, t in result).replace(" ", "") == text.replace(" ", "")


def property_kinds_fit(result, text):
    fits = {
        "number": lambda t: t[0].isdigit(),
        "name": str.isidentifier,
        "string": lambda t: t[0] == t[-1] == "'",
        "operator": lambda t: not t[0].isalnum(),
    }
    return all(fits[kind](t) for kind, t in result)
