def de_bruijn_sequence(symbols: int, length: int) -> list[int]:
    """Return the smallest cyclic sequence over 0..symbols-1 that contains every word of a length exactly once.

    Use when: all codes of a keypad are tried, or positions marked so that any window is unique.
    Complexity: O(symbols^length).
    Source: Fredricksen, Kessler and Maiorana: the Lyndon words whose length divides, joined in order.
    """
    if symbols < 1 or length < 1:
        raise ValueError("at least one symbol and a length of at least 1 were expected")
    sequence: list[int] = []
    word = [0]
    while word:
        if length % len(word) == 0:
            sequence += word
        word = (word * (length // len(word) + 1))[:length]
        while word and word[-1] == symbols - 1:
            word.pop()
        if word:
            word[-1] += 1
    return sequence


EXAMPLES = [((2, 3), [0, 0, 0, 1, 0, 1, 1, 1]), ((3, 1), [0, 1, 2]), ((1, 4), [0]), ((2, 2), [0, 0, 1, 1])]
REFUSED = [(0, 2), (2, 0)]


def inputs(random):
    for symbols in range(1, 5):
        for length in range(1, 6):
            yield symbols, length


def property_every_word_occurs_once(result, symbols, length):
    ring = result + result * length
    words = {tuple(ring[i : i + length]) for i in range(len(result))}
    return len(result) == len(words) == symbols**length


def property_begins_with_zeros(result, symbols, length):
    return result[:length] == [0] * min(length, len(result))
