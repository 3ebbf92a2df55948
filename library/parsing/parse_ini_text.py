def parse_ini_text(text: str) -> dict[str, dict[str, str]]:
    """Read [section] headers and key = value lines; keys before a header are in section "".

    Lines that begin with ; or # are comments; keys are made lower-case; later values win.
    Use when: small settings files are read strictly, with errors that name the line.
    Complexity: O(len(text)).
    Source: the format of Windows .ini files as configparser reads it, without continuation or interpolation.
    """
    sections: dict[str, dict[str, str]] = {}
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line[0] in ";#":
            continue
        if line[0] == "[":
            if not line.endswith("]"):
                raise ValueError(f"line {number}: a section is not closed")
            current = line[1:-1].strip()
            sections.setdefault(current, {})
            continue
        key, sign, value = line.partition("=")
        if not sign or not key.strip():
            raise ValueError(f"line {number}: key = value was expected")
        sections.setdefault(current, {})[key.strip().lower()] = value.strip()
    return sections


EXAMPLES = [
    (("top = 1\n[web]\nPort=80\n; no\n# no\nhost = a=b",), {"": {"top": "1"}, "web": {"port": "80", "host": "a=b"}}),
    (("",), {}),
    (("[a]\n[b]\nx=\n",), {"a": {}, "b": {"x": ""}}),
]
REFUSED = [("[open",), ("word",), ("= 3",)]


def inputs(random):
    for _ in range(120):
        names = random.sample("abc", random.randint(0, 3))
        yield (
            "\n".join(
                f"[{n}]\n"
                + "".join(
                    f" {k} = {random.randint(0, 9)} \n; note\n" for k in random.choices("XyZ", k=random.randint(0, 3))
                )
                for n in names
            ),
        )


def oracle(text):
    found, where = {}, None
    for line in text.split("\n"):
        if line[:1] == "[":
            where = found.setdefault(line[1], {})
        elif "=" in line:
            where[line[1].lower()] = line[5]
    return found
