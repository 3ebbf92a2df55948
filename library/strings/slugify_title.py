import re
import unicodedata


def slugify_title(title: str) -> str:
    """Make a title into lower-case ASCII words joined by hyphens, accents removed.

    Use when: addresses, file names or anchors are made from headings.
    Complexity: O(len(title)).
    Source: Unicode compatibility decomposition (NFKD, UAX 15).
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))


EXAMPLES = [
    (("Crème Brûlée & Co.",), "creme-brulee-co"),
    (("  ",), ""),
    (("Don't Panic!",), "dont-panic"),
    (("ﬁne 2nd Edition",), "fine-2nd-edition"),
]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("aBéÜß 1-_'.!東", k=random.randint(0, 12))),)


def property_has_only_plain_words(result, title):
    return result == "" or all(w and w.isascii() and w.isalnum() and w == w.lower() for w in result.split("-"))


def property_is_stable(result, title):
    return slugify_title(result) == result
