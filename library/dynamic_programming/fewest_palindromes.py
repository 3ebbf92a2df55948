def fewest_palindromes(text: str) -> list[str]:
    """Split text into the fewest palindromes, of equally few the split whose last parts are longest.

    Use when: strings are segmented into symmetric pieces.
    Complexity: O(n^2) time.
    Source: palindromes grown from every centre update the best split behind them.
    """
    size = len(text)
    best: list[tuple[int, int]] = [(0, 0)] + [(size + 1, 0)] * size  # parts of the prefix, start of its last part
    for centre in range(2 * size - 1):
        left, right = centre // 2, (centre + 1) // 2
        while left >= 0 and right < size and text[left] == text[right]:
            best[right + 1] = min(best[right + 1], (best[left][0] + 1, left))
            left, right = left - 1, right + 1
    parts, end = [], size
    while end:
        start = best[end][1]
        parts.append(text[start:end])
        end = start
    return parts[::-1]


EXAMPLES = [(("aab",), ["aa", "b"]), (("",), []), (("abacdc",), ["aba", "cdc"]), (("abc",), ["a", "b", "c"])]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("ab", k=random.randint(0, 9))),)


def property_are_palindromes_that_join_to_the_text(result, text):
    return "".join(result) == text and all(p and p == p[::-1] for p in result)


def property_no_split_has_fewer(result, text):
    fewest = [0]
    for end in range(1, len(text) + 1):
        fewest.append(1 + min(fewest[s] for s in range(end) if text[s:end] == text[s:end][::-1]))
    return len(result) == fewest[-1]
