def longest_palindrome(text: str) -> str:
    """Return the longest part of text that reads the same backwards, the leftmost of several.

    Use when: palindromic stretches are sought in long texts, where checking every centre is too slow.
    Complexity: O(len(text)) time and memory.
    Source: Manacher 1975.
    """
    spread = "\0".join(["", *text, ""]) if text else ""  # every palindrome has odd length now
    radii = [0] * len(spread)
    center = right = best = 0
    for i in range(len(spread)):
        radius = min(radii[2 * center - i], right - i) if i < right else 0
        while radius <= i < len(spread) - radius and spread[i - radius] == spread[i + radius]:
            radius += 1
        radii[i] = radius
        if i + radius > right:
            center, right = i, i + radius
        if radius > radii[best]:
            best = i
    if not text:
        return ""
    start = (best - radii[best] + 1) // 2
    return text[start : start + radii[best] - 1]


EXAMPLES = [
    (("babad",), "bab"),
    (("",), ""),
    (("abc",), "a"),
    (("forgeeksskeegfor",), "geeksskeeg"),
    (("ñaañ",), "ñaañ"),
]


def inputs(random):
    for _ in range(300):
        yield ("".join(random.choices("abc", k=random.randint(0, 14))),)


def oracle(text):
    for size in range(len(text), 0, -1):
        for i in range(len(text) - size + 1):
            if text[i : i + size] == text[i : i + size][::-1]:
                return text[i : i + size]
    return ""
