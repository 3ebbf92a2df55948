def word_break(text: str, words: list[str]) -> list[str] | None:
    """Split text into words of a list, each usable any number of times, with the fewest words; None if impossible.

    Among equally short splits the one with the longest last words.
    Use when: text without spaces, compound nouns or tag strings are segmented.
    Complexity: O(len(text) * words).
    Source: dynamic programming over prefixes.
    """
    known = sorted({word for word in words if word}, key=lambda w: (-len(w), w))
    best: list[list[str] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for word in known:
            head = best[end - len(word)] if len(word) <= end and text.endswith(word, 0, end) else None
            if head is not None and (best[end] is None or len(head) + 1 < len(best[end])):
                best[end] = [*head, word]
    return best[len(text)]


EXAMPLES = [
    (("catsanddog", ["cat", "cats", "and", "sand", "dog"]), ["cat", "sand", "dog"]),
    (("abc", ["ab"]), None),
    (("", ["a"]), []),
    (("aaa", ["a", "aa"]), ["a", "aa"]),
]


def inputs(random):
    for _ in range(150):
        words = ["".join(random.choices("ab", k=random.randint(0, 3))) for _ in range(random.randint(0, 4))]
        yield "".join(random.choices("ab", k=random.randint(0, 7))), words


def property_is_a_split_into_known_words(result, text, words):
    return result is None or ("".join(result) == text and set(result) <= set(words) - {""})


def property_no_split_has_fewer_words(result, text, words):
    lengths, count = {0}, 0
    while len(text) not in lengths and count <= len(text):
        lengths = {at + len(w) for at in lengths for w in words if w and text.startswith(w, at)}
        count += 1
    return len(result) == count if result is not None else len(text) not in lengths
