def common_prefix(words: list[str]) -> str:
    """Return the longest text with which every word begins; "" for no words.

    Use when: shared stems, folders or identifiers are found, or completion is offered.
    Complexity: O(total length) comparisons at worst.
    Source: only the smallest and the largest word need be compared, all others lie between them.
    """
    if not words:
        return ""
    low, high = min(words), max(words)
    size = 0
    while size < len(low) and low[size] == high[size]:
        size += 1
    return low[:size]


EXAMPLES = [
    ((["flower", "flow", "flight"],), "fl"),
    (([],), ""),
    ((["dog", "car"],), ""),
    ((["same"],), "same"),
    ((["", "a"],), ""),
]


def inputs(random):
    for _ in range(200):
        stem = "".join(random.choices("ab", k=random.randint(0, 4)))
        yield ([stem + "".join(random.choices("ab", k=random.randint(0, 4))) for _ in range(random.randint(0, 5))],)


def oracle(words):
    return (
        max((words[0][:n] for n in range(len(words[0]) + 1) if all(w.startswith(words[0][:n]) for w in words)), key=len)
        if words
        else ""
    )
