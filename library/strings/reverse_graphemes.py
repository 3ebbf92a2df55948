import unicodedata


def reverse_graphemes(text: str) -> str:
    """Reverse text without tearing combining marks from the letters that carry them.

    Use when: text with decomposed accents is mirrored; plain slicing would move accents to other letters.
    Complexity: O(len(text)).
    Source: Unicode combining classes; joined emoji are not treated.
    """
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(reversed(clusters))


EXAMPLES = [(("abc",), "cba"), (("",), ""), (("e\u0301a",), "ae\u0301"), (("a\u0323\u0302b",), "ba\u0323\u0302")]


def inputs(random):
    for _ in range(200):
        yield ("x" + "".join(random.choices("ab\u0301\u0323", k=random.randint(0, 8))),)


def property_reversing_again_restores(result, text):
    return reverse_graphemes(result) == text


def property_marks_keep_their_letter(result, text):
    return _clusters(result) == _clusters(text)[::-1]


def _clusters(text):
    starts = [i for i, c in enumerate(text) if not unicodedata.combining(c)] + [len(text)]
    return [text[a:b] for a, b in zip(starts, starts[1:], strict=False)]
