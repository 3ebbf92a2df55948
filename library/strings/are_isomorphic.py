def are_isomorphic(first: str, second: str) -> bool:
    """Decide whether letters of one text can be renamed one to one so that it becomes the other.

    Use when: patterns of repetition are compared, as in ciphers or word puzzles.
    Complexity: O(len(first)).
    Source: both texts have the same places of first occurrence.
    """
    if len(first) != len(second):
        return False
    return [first.index(c) for c in first] == [second.index(c) for c in second]


EXAMPLES = [
    (("egg", "add"), True),
    (("foo", "bar"), False),
    (("paper", "title"), True),
    (("", ""), True),
    (("ab", "aa"), False),
    (("a", "ab"), False),
]


def inputs(random):
    for _ in range(300):
        size = random.randint(0, 5)
        yield "".join(random.choices("abc", k=size)), "".join(random.choices("xyz", k=size + (random.random() < 0.1)))


def oracle(first, second):
    pairs = set(zip(first, second, strict=False))
    return len(first) == len(second) and len(pairs) == len(set(first)) == len(set(second))
