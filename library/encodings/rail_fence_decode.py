def rail_fence_decode(cipher: str, rails: int) -> str:
    """Restore text that was written in a zigzag over a number of rails and read rail by rail.

    Use when: transposition puzzles are solved.
    Complexity: O(n log n).
    Source: sorting the places of the text by rail gives the order in which they were read.
    """
    if rails < 1:
        raise ValueError(f"{rails} rails")
    period = max(2 * rails - 2, 1)
    order = sorted(range(len(cipher)), key=lambda place: (min(place % period, period - place % period), place))
    text = [""] * len(cipher)
    for place, character in zip(order if rails > 1 else range(len(cipher)), cipher, strict=True):
        text[place] = character
    return "".join(text)


EXAMPLES = [(("WECRERDSOEEAIVD", 3), "WEAREDISCOVERED"), (("abc", 1), "abc"), (("", 4), ""), (("ab", 5), "ab")]
REFUSED = [("a", 0)]


def inputs(random):
    for _ in range(150):
        yield "".join(random.choices("abcdefg", k=random.randint(0, 16))), random.randint(1, 6)


def property_encodes_back(result, cipher, rails):
    rows, row, step = [""] * rails, 0, 1
    for c in result:
        rows[row] += c
        if row + step in (-1, rails):
            step = -step
        row = row + step if rails > 1 else 0
    return "".join(rows) == cipher
