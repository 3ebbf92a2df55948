def to_camel_case(name: str) -> str:
    """Join words separated by underscores, hyphens or white space, each but the first with a capital.

    Leading underscores are kept; letters inside a word are made small.
    Use when: Python names become keys of JSON or names in JavaScript and Java.
    Complexity: O(len(name)).
    Source: the naming conventions of those languages.
    """
    bare = name.lstrip("_")
    words = bare.replace("-", " ").replace("_", " ").split()
    joined = "".join(word.lower() if at == 0 else word[0].upper() + word[1:].lower() for at, word in enumerate(words))
    return "_" * (len(name) - len(bare)) + joined


EXAMPLES = [
    (("snake_case_name",), "snakeCaseName"),
    (("",), ""),
    (("_private_name",), "_privateName"),
    (("Two Words",), "twoWords"),
    (("a--b",), "aB"),
]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abXY_- ", k=random.randint(0, 12))),)


def property_keeps_the_letters(result, name):
    return [c for c in result.lower() if c.isalpha()] == [c for c in name.lower() if c.isalpha()]


def property_has_a_capital_for_each_word_but_the_first(result, name):
    words = "".join(c if c.isalpha() else " " for c in name).split()
    return sum(c.isupper() for c in result) == max(0, len(words) - 1)
