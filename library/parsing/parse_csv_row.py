import csv


def parse_csv_row(line: str) -> list[str]:
    """Split one line of comma-separated values; quoted fields may hold commas and doubled quotes.

    Use when: single records are read without a reader object.
    Complexity: O(len(line)).
    Source: RFC 4180, section 2.
    """
    fields, field, quoted, at = [], "", False, 0
    while at < len(line):
        character = line[at]
        if quoted and line.startswith('""', at):
            field += '"'
            at += 1
        elif character == '"' and (quoted or not field):
            quoted = not quoted
            if not quoted and line[at + 1 : at + 2] not in ("", ","):
                raise ValueError(f"text follows a closing quote at {at}")
        elif character == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += character
        at += 1
    if quoted:
        raise ValueError("a quote is not closed")
    return [*fields, field]


EXAMPLES = [
    (('a,"b,c",d',), ["a", "b,c", "d"]),
    (('"say ""hi""",',), ['say "hi"', ""]),
    (("",), [""]),
    (("a,,b",), ["a", "", "b"]),
]
REFUSED = [('"open',), ('"a"b',)]


def inputs(random):
    for _ in range(200):
        fields = ["".join(random.choices('ab,"', k=random.randint(1, 4))) for _ in range(random.randint(1, 4))]
        yield (
            ",".join(
                '"' + f.replace('"', '""') + '"' if random.random() < 0.5 or set(f) & set(',"') else f for f in fields
            ),
        )


def oracle(line):
    return next(csv.reader([line]))
