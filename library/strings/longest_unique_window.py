def longest_unique_window(text: str) -> str:
    """Return the longest stretch of text in which no character occurs twice, the leftmost of several.

    Use when: sessions, tokens or sequences are checked for the longest run without a repeat.
    Complexity: O(len(text)).
    Source: a sliding window that jumps past the last place of each character.
    """
    latest: dict[str, int] = {}
    start, best = 0, ""
    for end, character in enumerate(text, 1):
        start = max(start, latest.get(character, 0))
        latest[character] = end
        if end - start > len(best):
            best = text[start:end]
    return best


EXAMPLES = [(("abcabcbb",), "abc"), (("",), ""), (("bbb",), "b"), (("pwwkew",), "wke"), (("dvdf",), "vdf")]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("abcd", k=random.randint(0, 14))),)


def oracle(text):
    parts = [text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)]
    return max((p for p in parts if len(set(p)) == len(p)), key=len, default="")
