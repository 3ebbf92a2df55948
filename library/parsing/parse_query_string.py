from urllib.parse import parse_qs, urlencode


def parse_query_string(query: str) -> dict[str, list[str]]:
    """Read a URL query such as "a=1&b=x%20y&a=2" into a list of values for each name; + means a space.

    Use when: parameters of addresses are read without a web framework.
    Complexity: O(len(query)).
    Source: the application/x-www-form-urlencoded format of the WHATWG URL standard.
    """
    values: dict[str, list[str]] = {}
    for pair in query.removeprefix("?").split("&"):
        if pair:
            name, _, value = pair.partition("=")
            values.setdefault(_decode(name), []).append(_decode(value))
    return values


def _decode(text: str) -> str:
    first, *rest = text.replace("+", " ").split("%")
    decoded = bytearray(first.encode())
    for piece in rest:
        digits = piece[:2]
        if len(digits) == 2 and all(d in "0123456789abcdefABCDEF" for d in digits):
            decoded.append(int(digits, 16))
            piece = piece[2:]
        else:
            decoded += b"%"
        decoded += piece.encode()
    return decoded.decode(errors="replace")


EXAMPLES = [
    (("a=1&b=x%20y&a=2",), {"a": ["1", "2"], "b": ["x y"]}),
    (("",), {}),
    (("?q=caf%C3%A9+au+lait&flag",), {"q": ["café au lait"], "flag": [""]}),
    (("p=100%",), {"p": ["100%"]}),
]


def inputs(random):
    for _ in range(150):
        pairs = [
            (
                "".join(random.choices("ab é&", k=random.randint(1, 3))),
                "".join(random.choices("x=+%ü ", k=random.randint(0, 4))),
            )
            for _ in range(random.randint(0, 4))
        ]
        yield (urlencode(pairs),)


def oracle(query):
    return parse_qs(query, keep_blank_values=True)
