def z_array(text: str) -> list[int]:
    """For each position give the length of the longest common prefix of the text and its rest from there.

    Use when: borders, periods or matches are found by comparing a text with its own suffixes.
    Complexity: O(len(text)) comparisons.
    Source: Gusfield, Algorithms on Strings, Trees and Sequences, 1.4; entry 0 is the whole length.
    """
    size = len(text)
    lengths = [size] * size
    start = end = 0  # the match that reaches furthest right
    for i in range(1, size):
        reach = min(lengths[i - start], end - i) if i < end else 0
        while i + reach < size and text[reach] == text[i + reach]:
            reach += 1
        lengths[i] = reach
        if i + reach > end:
            start, end = i, i + reach
    return lengths


EXAMPLES = [(("aabxaab",), [7, 1, 0, 0, 3, 1, 0]), (("",), []), (("zzz",), [3, 2, 1]), (("ab",), [2, 0])]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("abc", weights=(6, 2, 1), k=random.randint(0, 18))),)


def oracle(text):
    return [max(n for n in range(len(text) - i + 1) if text[:n] == text[i : i + n]) for i in range(len(text))]
