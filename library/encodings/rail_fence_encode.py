def rail_fence_encode(text: str, rails: int) -> str:
    """Write text in a zigzag over a number of rails and read it rail by rail.

    Use when: transposition puzzles are made.
    Complexity: O(len(text)).
    Source: the rail fence cipher of the US Civil War; the zigzag has period 2 (rails - 1).
    """
    if rails < 1:
        raise ValueError(f"{rails} rails")
    lines = [""] * rails
    period = max(2 * (rails - 1), 1)
    for place, character in enumerate(text):
        step = place % period
        lines[min(step, period - step) if rails > 1 else 0] += character
    return "".join(lines)


EXAMPLES = [(("WEAREDISCOVERED", 3), "WECRERDSOEEAIVD"), (("abc", 1), "abc"), (("", 4), ""), (("ab", 5), "ab")]
REFUSED = [("a", 0)]


def inputs(random):
    for _ in range(150):
        yield "".join(random.choices("abcdefg", k=random.randint(0, 16))), random.randint(1, 6)


def oracle(text, rails):
    rows, row, step = [[] for _ in range(rails)], 0, 1
    for c in text:
        rows[row].append(c)
        if row + step in (-1, rails):
            step = -step
        row = row + step if rails > 1 else 0
    return "".join(c for r in rows for c in r)
