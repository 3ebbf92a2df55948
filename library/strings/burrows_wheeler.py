def burrows_wheeler(text: str) -> tuple[str, int]:
    """Return the last column of the sorted rotations of text, and the row in which the text itself stands.

    Use when: text is prepared for compression, since equal letters gather in the column.
    Complexity: O(n^2 log n) at worst for repetitive texts, near O(n log n) comparisons otherwise.
    Source: Burrows and Wheeler, SRC Research Report 124, 1994.
    """
    doubled = text + text
    rows = sorted(range(len(text)), key=lambda start: doubled[start : start + len(text)])
    return "".join(doubled[start + len(text) - 1] for start in rows), rows.index(0) if rows else 0


EXAMPLES = [(("banana",), ("nnbaaa", 3)), (("",), ("", 0)), (("aa",), ("aa", 0)), (("abc",), ("cab", 0))]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abcü", k=random.randint(0, 15))),)


def property_can_be_undone(result, text):
    column, row = result
    table = [""] * len(column)
    for _ in column:
        table = sorted(c + rest for c, rest in zip(column, table, strict=True))
    return (table[row] if table else "") == text
