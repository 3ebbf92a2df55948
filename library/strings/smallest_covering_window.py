from collections import Counter


def smallest_covering_window(text: str, needed: str) -> str:
    """Return the shortest stretch of text that holds all needed characters as often as they occur, leftmost first.

    Empty if there is none, or nothing is needed.
    Use when: snippets around search terms or minimal supersets in a stream are extracted.
    Complexity: O(len(text) + len(needed)).
    Source: a sliding window that counts what is still missing.
    """
    missing, outstanding = Counter(needed), len(needed)
    start, best = 0, ""
    for end, character in enumerate(text, 1):
        outstanding -= missing[character] > 0
        missing[character] -= 1
        while outstanding == 0 and needed:
            if not best or end - start < len(best):
                best = text[start:end]
            missing[text[start]] += 1
            outstanding += missing[text[start]] > 0
            start += 1
    return best


EXAMPLES = [(("ADOBECODEBANC", "ABC"), "BANC"), (("a", "aa"), ""), (("abc", ""), ""), (("aab", "ab"), "ab")]


def inputs(random):
    for _ in range(300):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 12))),
            "".join(random.choices("abc", k=random.randint(0, 4))),
        )


def oracle(text, needed):
    parts = [text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)]
    fits = [p for p in parts if all(p.count(c) >= needed.count(c) for c in needed)]
    return min(fits, key=len, default="") if needed else ""
