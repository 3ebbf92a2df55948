def is_interleaving(first: str, second: str, merged: str) -> bool:
    """Decide whether merged consists of first and second, each in its order, shuffled into each other.

    Use when: merged logs or histories are checked against their sources.
    Complexity: O(len(first) * len(second)).
    Source: the set of reachable splits, one step for each character of merged.
    """
    if len(merged) != len(first) + len(second):
        return False
    taken = {0}  # how many characters of first may have been used
    for position, character in enumerate(merged):
        from_first = {i + 1 for i in taken if first[i : i + 1] == character}
        from_second = {i for i in taken if second[position - i : position - i + 1] == character}
        taken = from_first | from_second
    return bool(taken)


EXAMPLES = [
    (("aab", "axy", "aaxaby"), True),
    (("ab", "cd", "acdb"), True),
    (("ab", "cd", "adcb"), False),
    (("", "", ""), True),
    (("a", "", "b"), False),
]


def inputs(random):
    for _ in range(250):
        first, second = ("".join(random.choices("ab", k=random.randint(0, 4))) for _ in range(2))
        letters = list(first + second)
        if random.random() < 0.5:
            random.shuffle(letters)
        yield first, second, "".join(letters)


def oracle(first, second, merged):
    def all_of(a, b):
        if not a or not b:
            return {a + b}
        return {a[0] + r for r in all_of(a[1:], b)} | {b[0] + r for r in all_of(a, b[1:])}

    return merged in all_of(first, second)
