def inverse_burrows_wheeler(column: str, row: int) -> str:
    """Recover a text from the last column of its sorted rotations and the row of the text among them.

    Use when: what a Burrows-Wheeler transform wrote is read back.
    Complexity: O(n log n) for one stable sort, O(n) memory.
    Source: Burrows and Wheeler, SRC Research Report 124, 1994, algorithm D.
    """
    if not (0 <= row < len(column) or (not column and row == 0)):
        raise ValueError(f"row {row} is not one of {len(column)}")
    following = sorted(range(len(column)), key=column.__getitem__)  # equal letters keep their order
    text = []
    for _ in column:
        row = following[row]
        text.append(column[row])
    return "".join(text)


EXAMPLES = [(("nnbaaa", 3), "banana"), (("", 0), ""), (("aa", 0), "aa"), (("cab", 0), "abc")]
REFUSED = [("abc", 3), ("", 1)]


def inputs(random):
    for _ in range(200):
        text = "".join(random.choices("abcü", k=random.randint(0, 15)))
        rows = sorted(text[i:] + text[:i] for i in range(len(text)))
        yield "".join(r[-1] for r in rows), rows.index(text) if text else 0


def oracle(column, row):
    table = [""] * len(column)
    for _ in column:
        table = sorted(c + rest for c, rest in zip(column, table, strict=True))
    return table[row] if table else ""
