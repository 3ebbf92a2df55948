def columnar_transposition(text: str, key: str) -> str:
    """Write text in rows below a key word and read the columns in alphabetical order of the key, ties from the left.

    Use when: classical transposition ciphers are taught or combined. The last row may be short.
    Complexity: O(len(text) + k log k).
    Source: Friedman, Military Cryptanalysis.
    """
    if not key:
        raise ValueError("the key is empty")
    order = sorted(range(len(key)), key=lambda column: key[column])
    return "".join(text[column :: len(key)] for column in order)


EXAMPLES = [(("abcdef", "cab"), "becfad"), (("", "k"), ""), (("hello", "a"), "hello"), (("abc", "dcba"), "cba")]
REFUSED = [("abc", "")]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("abcdefg", k=random.randint(0, 16))),
            "".join(random.choices("abcd", k=random.randint(1, 5))),
        )


def oracle(text, key):
    columns = [[] for _ in key]
    for place, character in enumerate(text):
        columns[place % len(key)].append(character)
    read = ""
    for letter in sorted(set(key)):
        for column, k in zip(columns, key, strict=True):
            if k == letter:
                read += "".join(column)
    return read
