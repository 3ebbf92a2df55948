import re
from collections import Counter


def word_frequencies(text: str, most: int) -> list[tuple[str, int]]:
    """Count words regardless of case and list the most frequent, ties in alphabetical order.

    A word is a run of letters, apostrophes allowed inside.
    Use when: keywords are extracted or vocabularies are built.
    Complexity: O(n + w log w) for w different words.
    Source: counting, then one sort.
    """
    if most < 0:
        raise ValueError(f"{most} words cannot be listed")
    counts = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


EXAMPLES = [
    (("The cat and the dog", 2), [("the", 2), ("and", 1)]),
    (("", 3), []),
    (("Don't, don't!", 5), [("don't", 2)]),
    (("Zoë zoë a", 1), [("zoë", 2)]),
]
REFUSED = [("a", -1)]


def inputs(random):
    for _ in range(150):
        yield (
            " ".join(random.choices(["a", "B", "b", "It's", "é", "c,"], k=random.randint(0, 12))),
            random.randint(0, 5),
        )


def oracle(text, most):
    words = [w.strip(",").lower() for w in text.split()]
    return sorted(((w, words.count(w)) for w in set(words)), key=lambda p: (-p[1], p[0]))[:most]
