import re


def run_length_encode(text: str) -> str:
    """Write runs of equal characters as count and character, single ones without count; digits are escaped by \\.

    A backslash is escaped, too, so that any text can be restored.
    Use when: repetitive text is stored readably.
    Complexity: O(len(text)).
    Source: run-length encoding with an escape character.
    """
    encoded, at = "", 0
    while at < len(text):
        end = at
        while end < len(text) and text[end] == text[at]:
            end += 1
        mark = "\\" if text[at] in "0123456789\\" else ""
        encoded += (str(end - at) if end - at > 1 else "") + mark + text[at]
        at = end
    return encoded


EXAMPLES = [(("aaab",), "3ab"), (("",), ""), (("11",), "2\\1"), (("a\\",), "a\\\\")]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("ab1\\", weights=(4, 1, 1, 1), k=random.randint(0, 12))),)


def property_decodes_back(result, text):
    runs = re.findall(r"(\d*)(\\.|.)", result)
    return "".join(c[-1] * int(n or 1) for n, c in runs) == text


def property_neighbouring_runs_differ(result, text):
    runs = [c[-1] for _, c in re.findall(r"(\d*)(\\.|.)", result)]
    return all(a != b for a, b in zip(runs, runs[1:], strict=False))
