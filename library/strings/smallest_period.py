def smallest_period(text: str) -> int:
    """Find the length of the shortest unit whose repetition makes the whole text; len(text) if it is not periodic.

    Use when: repeated patterns are recognised and compressed.
    Complexity: O(len(text)) for the search in the doubled text, in practice.
    Source: a text equals one of its proper rotations exactly when it is a power.
    """
    return (text + text).find(text, 1) if text else 0


EXAMPLES = [(("ababab",), 2), (("aaaa",), 1), (("abcab",), 5), (("",), 0), (("x",), 1)]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("ab", k=random.randint(0, 5))) * random.randint(1, 4),)


def oracle(text):
    return next((n for n in range(1, len(text) + 1) if len(text) % n == 0 and text[:n] * (len(text) // n) == text), 0)
