def find_all_occurrences(text: str, pattern: str) -> list[int]:
    """List every position at which a non-empty pattern starts in text, overlapping ones included.

    Use when: all matches of one pattern are needed and the text or pattern is long or repetitive.
    Complexity: O(len(text) + len(pattern)) comparisons.
    Source: Knuth, Morris and Pratt 1977 (doi:10.1137/0206024).
    """
    if not pattern:
        raise ValueError("the pattern is empty")
    fallback = [0] * len(pattern)  # length of the longest border of each prefix
    length = 0
    for i in range(1, len(pattern)):
        while length and pattern[i] != pattern[length]:
            length = fallback[length - 1]
        length += pattern[i] == pattern[length]
        fallback[i] = length
    found, matched = [], 0
    for position, character in enumerate(text):
        while matched and (matched == len(pattern) or character != pattern[matched]):
            matched = fallback[matched - 1]
        matched += character == pattern[matched]
        if matched == len(pattern):
            found.append(position - matched + 1)
    return found


EXAMPLES = [
    (("aaaa", "aa"), [0, 1, 2]),
    (("abcabc", "bc"), [1, 4]),
    (("", "a"), []),
    (("ab", "abc"), []),
    (("éaé", "é"), [0, 2]),
]
REFUSED = [("abc", "")]


def inputs(random):
    for _ in range(300):
        text = "".join(random.choices("ab", k=random.randint(0, 20)))
        yield text, "".join(random.choices("ab", k=random.randint(1, 4)))


def oracle(text, pattern):
    return [i for i in range(len(text)) if text.startswith(pattern, i)]
