def longest_repeated_substring(text: str) -> str:
    """Return the longest text that occurs at least twice (overlapping allowed), the alphabetically first of several.

    Use when: duplicated passages, motifs or periodic parts are looked for.
    Complexity: O(n^2 log n) comparisons at worst, near O(n log n) on ordinary text.
    Source: neighbours in the sorted list of suffixes share the longest prefixes.
    """
    suffixes = sorted(text[i:] for i in range(len(text)))
    best = ""
    for upper, lower in zip(suffixes, suffixes[1:], strict=False):
        size = len(best)
        if upper[: size + 1] != lower[: size + 1] or len(upper) <= size:
            continue
        while size < len(upper) and upper[size : size + 1] == lower[size : size + 1]:
            size += 1
        best = upper[:size]
    return best


EXAMPLES = [(("banana",), "ana"), (("abc",), ""), (("",), ""), (("aaaa",), "aaa"), (("xyxy",), "xy")]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abc", k=random.randint(0, 16))),)


def oracle(text):
    parts = [text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)]
    repeated = {p for p in parts if text.find(p, text.find(p) + 1) >= 0}
    return min(repeated, key=lambda p: (-len(p), p), default="")
