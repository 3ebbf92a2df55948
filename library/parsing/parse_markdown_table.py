def parse_markdown_table(text: str) -> list[dict[str, str]]:
    """Read a Markdown table with a header row into one dictionary per row; escaped pipes \\| are kept as |.

    Use when: tables in documents become data.
    Complexity: O(len(text)).
    Source: GitHub Flavored Markdown, section 4.10.
    """
    rows = [_cells(line) for line in text.strip().splitlines()]
    if len(rows) < 2 or not all(cell and set(cell) <= set("-:") and "-" in cell for cell in rows[1]):
        raise ValueError("a header and a line of dashes were expected")
    header = rows[0]
    if len(rows[1]) != len(header):
        raise ValueError(f"the line of dashes has {len(rows[1])} cells, the header {len(header)}")
    return [dict(zip(header, row + [""] * len(header), strict=False)) for row in rows[2:]]


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    cells, cell, at = [], "", 0
    while at < len(line):
        if line.startswith("\\|", at):
            cell, at = cell + "|", at + 2
        elif line[at] == "|":
            cells, cell, at = [*cells, cell.strip()], "", at + 1
        else:
            cell, at = cell + line[at], at + 1
    return [*cells, cell.strip()]


EXAMPLES = [
    (("| a | b |\n|---|:-:|\n| 1 | x\\|y |\n| 2 |",), [{"a": "1", "b": "x|y"}, {"a": "2", "b": ""}]),
    (("a|b\n-|-",), []),
    (("|h|\n|-|\n|v|",), [{"h": "v"}]),
]
REFUSED = [("| a |",), ("| a |\n| b |",), ("| a | b |\n|---|",)]


def inputs(random):
    for _ in range(150):
        width = random.randint(1, 3)
        rows = [
            ["".join(random.choices("xy|", k=random.randint(0, 3))) for _ in range(width)]
            for _ in range(random.randint(0, 4))
        ]
        lines = [list("abc"[:width]), ["--"] * width, *rows]
        yield ("\n".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines),)


def oracle(text):
    lines = [
        [c.strip().replace("\0", "|") for c in line[1:-1].replace("\\|", "\0").split("|")] for line in text.split("\n")
    ]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]
