def run_length_decode(encoded: str) -> str:
    """Read runs written as count and character, single ones without count, digits and backslashes escaped by \\.

    Use when: run-length encoded text is restored; malformed text raises ValueError.
    Complexity: O(length of the result).
    Source: run-length encoding with an escape character.
    """
    parts, digits, escaped = [], "", False
    for character in encoded:
        if not escaped and "0" <= character <= "9":
            digits += character
        elif not escaped and character == "\\":
            escaped = True
        else:
            parts.append(character * int(digits or 1))
            digits, escaped = "", False
    if digits or escaped:
        raise ValueError("the text ends inside a run")
    return "".join(parts)


EXAMPLES = [(("3ab",), "aaab"), (("",), ""), (("2\\1",), "11"), (("a\\\\",), "a\\")]
REFUSED = [("3",), ("a\\",)]


def inputs(random):
    for _ in range(200):
        runs = [(random.randint(1, 12), random.choice("ab1\\")) for _ in range(random.randint(0, 5))]
        yield (
            "".join(
                (str(n) if n > 1 or random.random() < 0.2 else "") + ("\\" if c in "1\\" else "") + c for n, c in runs
            ),
        )


def oracle(encoded):
    if not encoded:
        return ""
    head = len(encoded) - len(encoded.lstrip("0123456789"))
    count, rest = int(encoded[:head] or 1), encoded[head:]
    width = 2 if rest[0] == "\\" else 1
    return rest[width - 1] * count + oracle(rest[width:])
