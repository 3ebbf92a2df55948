import re


def fill_template(template: str, values: dict[str, str]) -> str:
    """Replace {name} by its value; {{ and }} stand for single braces. Unknown names and stray braces raise ValueError.

    Values are inserted as they are and never expanded again.
    Use when: messages are filled with text that must not be interpreted.
    Complexity: O(length of the result).
    Source: a subset of str.format without attributes, indices or conversions.
    """

    def replacement(found: re.Match[str]) -> str:
        token = found[0]
        if token in ("{{", "}}"):
            return token[0]
        name = token[1:-1]
        if len(token) < 3 or name not in values:
            raise ValueError(f"{token!r} at {found.start()} is neither a known name in braces nor a doubled brace")
        return values[name]

    return re.sub(r"\{\{|\}\}|\{\w*\}|[{}]", replacement, template)


EXAMPLES = [
    (("Dear {name}, {{x}}", {"name": "{Ann}"}), "Dear {Ann}, {x}"),
    (("", {}), ""),
    (("{a}{a}", {"a": "1"}), "11"),
]
REFUSED = [("{b}", {"a": "1"}), ("{", {}), ("a}", {}), ("{}", {})]


def inputs(random):
    for _ in range(200):
        yield (
            "".join(random.choices(["{a}", "{b}", "{{", "}}", "x", " "], k=random.randint(0, 7))),
            {"a": "1{", "b": "{a}"},
        )


def oracle(template, values):
    return template.format(**values)
