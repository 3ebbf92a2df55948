import re


def expand_repeats(text: str) -> str:
    """Expand "3[a2[c]]" to "accaccacc": a number before brackets repeats what is inside.

    Use when: compact notations for patterns, music or test data are unfolded.
    Complexity: O(length of the result).
    Source: a stack of what was written before each bracket.
    """
    outer: list[tuple[str, int]] = []
    current, number = "", ""
    for character in text:
        if "0" <= character <= "9":
            number += character
        elif character == "[":
            if not number:
                raise ValueError("a bracket has no number before it")
            outer.append((current, int(number)))
            current, number = "", ""
        elif number:
            raise ValueError(f"number {number} stands before {character!r}, not before a bracket")
        elif character == "]":
            if not outer:
                raise ValueError("a closing bracket has no opening one")
            before, times = outer.pop()
            current = before + current * times
        else:
            current += character
    if outer or number:
        raise ValueError("the text ends inside a repeat")
    return current


EXAMPLES = [
    (("3[a2[c]]",), "accaccacc"),
    (("ab",), "ab"),
    (("",), ""),
    (("2[x]y0[z]",), "xxy"),
    (("10[k]",), "kkkkkkkkkk"),
]
REFUSED = [("3[a",), ("a]",), ("[a]",), ("3a",), ("3",)]


def inputs(random):
    def grow(depth):
        return "".join(
            f"{random.randint(0, 3)}[{grow(depth - 1)}]" if depth and random.random() < 0.5 else random.choice("ab")
            for _ in range(random.randint(0, 3))
        )

    for _ in range(150):
        yield (grow(3),)


def oracle(text):
    while "[" in text:
        text = re.sub(r"(\d+)\[([^\[\]]*)\]", lambda m: m[2] * int(m[1]), text)
    return text
