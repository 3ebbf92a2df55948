def lyndon_factors(text: str) -> list[str]:
    """Split text into Lyndon words (each smaller than all its rotations) that never rise from left to right.

    Use when: minimal rotations, necklaces or bijective transforms need the unique factorisation.
    Complexity: O(len(text)) comparisons.
    Source: Duval 1983 (doi:10.1016/0196-6774(83)90017-2).
    """
    factors, start = [], 0
    while start < len(text):
        ahead, behind = start + 1, start
        while ahead < len(text) and text[behind] <= text[ahead]:
            behind = behind + 1 if text[behind] == text[ahead] else start
            ahead += 1
        size = ahead - behind
        while start <= behind:
            factors.append(text[start : start + size])
            start += size
    return factors


EXAMPLES = [(("banana",), ["b", "an", "an", "a"]), (("",), []), (("abc",), ["abc"]), (("aaa",), ["a", "a", "a"])]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("abc", k=random.randint(0, 14))),)


def property_joins_back(result, text):
    return "".join(result) == text


def property_are_lyndon_words_that_never_rise(result, text):
    least = all(w < w[i:] + w[:i] for w in result for i in range(1, len(w)))
    return least and sorted(result, reverse=True) == result
