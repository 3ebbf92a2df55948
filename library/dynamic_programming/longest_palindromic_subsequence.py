def longest_palindromic_subsequence(text: str) -> int:
    """Return the length of the longest palindrome that is left after removing characters.

    Use when: the fewest deletions or insertions that make a palindrome are wanted: len(text) minus this.
    Complexity: O(n^2) time, O(n) memory.
    Source: dynamic programming over intervals.
    """
    lengths = [0] * len(text)  # of text[start:end + 1], for each end
    for start in range(len(text) - 1, -1, -1):
        inside = 0  # of text[start + 1:end]
        for end in range(start, len(text)):
            below = lengths[end]
            if start == end:
                lengths[end] = 1
            elif text[start] == text[end]:
                lengths[end] = inside + 2
            else:
                lengths[end] = max(below, lengths[end - 1])
            inside = below
    return lengths[-1] if text else 0


EXAMPLES = [(("bbbab",), 4), (("",), 0), (("abc",), 1), (("character",), 5)]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abc", k=random.randint(0, 9))),)


def oracle(text):
    parts = {""}
    for c in text:
        parts |= {p + c for p in parts}
    return max(len(p) for p in parts if p == p[::-1])
