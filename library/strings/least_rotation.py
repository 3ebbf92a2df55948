def least_rotation(text: str) -> str:
    """Return the alphabetically smallest of all rotations of text.

    Use when: circular words, necklaces or cyclic sequences are compared in a normal form.
    Complexity: O(len(text)) comparisons.
    Source: two competing starts; Shiloach 1981 (doi:10.1016/0196-6774(81)90013-4).
    """
    size = len(text)
    first, second, matched = 0, 1, 0
    while first < size and second < size and matched < size:
        a, b = text[(first + matched) % size], text[(second + matched) % size]
        if a == b:
            matched += 1
            continue
        if a > b:
            first += matched + 1
        else:
            second += matched + 1
        second += first == second
        matched = 0
    start = min(first, second)
    return text[start:] + text[:start]


EXAMPLES = [(("bbaaccaadd",), "aaccaaddbb"), (("",), ""), (("aaaa",), "aaaa"), (("cab",), "abc")]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("abc", k=random.randint(0, 14))),)


def oracle(text):
    return min((text[i:] + text[:i] for i in range(len(text))), default="")
