def matching_brackets(text: str) -> dict[int, int] | None:
    """Map the place of every opening (, [ or { to that of its closing bracket, or None if they do not pair up.

    Use when: editors, parsers or validators need the structure of nested text.
    Complexity: O(len(text)).
    Source: a stack of open brackets.
    """
    partner = {")": "(", "]": "[", "}": "{"}
    pairs: dict[int, int] = {}
    open_places: list[int] = []
    for place, character in enumerate(text):
        if character in "([{":
            open_places.append(place)
        elif character in partner:
            if not open_places or text[open_places[-1]] != partner[character]:
                return None
            pairs[open_places.pop()] = place
    return None if open_places else pairs


EXAMPLES = [(("f(a[0])",), {1: 6, 3: 5}), (("(]",), None), (("",), {}), (("((",), None), (("x)",), None)]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("()[]a", k=random.randint(0, 6))),)


def oracle(text):
    left = {i: c for i, c in enumerate(text) if c in "()[]{}"}
    pairs = {}
    while left:
        places = sorted(left)
        near = next(
            ((a, b) for a, b in zip(places, places[1:], strict=False) if left[a] + left[b] in ("()", "[]", "{}")), None
        )
        if near is None:
            return None
        pairs[near[0]] = near[1]
        del left[near[0]], left[near[1]]
    return pairs
