def prefix_completions(words: list[str], prefix: str, most: int) -> list[str]:
    """List the first words, in alphabetical order, that begin with a prefix, at most a number of them, each once.

    Use when: completion is offered while typing.
    Complexity: O(total length) to build the tree, then O(length of the answers).
    Source: de la Briandais 1959, Fredkin 1960 (doi:10.1145/367390.367400), the trie.
    """
    root: dict = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}  # a word ends here
    for letter in prefix:
        root = root.get(letter, {})
    found: list[str] = []
    stack = [(prefix, root)]
    while stack and len(found) < most:
        text, node = stack.pop()
        if "" in node:
            found.append(text)
        stack += [(text + letter, node[letter]) for letter in sorted(node, reverse=True) if letter]
    return found


EXAMPLES = [
    ((["car", "cat", "dog", "cart", "car"], "ca", 2), ["car", "cart"]),
    (([], "a", 3), []),
    ((["a"], "", 5), ["a"]),
    ((["ab"], "abc", 5), []),
    ((["", "x"], "", 9), ["", "x"]),
]


def inputs(random):
    for _ in range(150):
        yield (
            ["".join(random.choices("ab", k=random.randint(0, 4))) for _ in range(random.randint(0, 8))],
            "".join(random.choices("ab", k=random.randint(0, 2))),
            random.randint(0, 5),
        )


def oracle(words, prefix, most):
    return sorted({w for w in words if w.startswith(prefix)})[:most]
