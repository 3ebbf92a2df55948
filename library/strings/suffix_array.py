def suffix_array(text: str) -> list[int]:
    """List the starting positions of all suffixes of text in alphabetical order of the suffixes.

    Use when: many substring queries, repeats or the Burrows-Wheeler transform are computed on one text.
    Complexity: O(n log^2 n) time, O(n) memory.
    Source: prefix doubling, Manber and Myers 1993 (doi:10.1137/0222058).
    """
    size = len(text)
    rank = [ord(c) for c in text]
    order = sorted(range(size), key=rank.__getitem__)
    width = 1
    while width < size:
        keys = [(rank[i], rank[i + width] if i + width < size else -1) for i in range(size)]
        order.sort(key=keys.__getitem__)
        rank = [0] * size
        for before, here in zip(order, order[1:], strict=False):
            rank[here] = rank[before] + (keys[here] != keys[before])
        width *= 2
    return order


EXAMPLES = [(("banana",), [5, 3, 1, 0, 4, 2]), (("",), []), (("aaa",), [2, 1, 0]), (("x",), [0])]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abn", k=random.randint(0, 20))),)


def oracle(text):
    return sorted(range(len(text)), key=lambda i: text[i:])
