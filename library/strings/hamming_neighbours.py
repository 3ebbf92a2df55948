def hamming_neighbours(word: str, alphabet: str, distance: int) -> list[str]:
    """List all words over alphabet that differ from word in exactly the given number of places, sorted.

    Use when: spelling corrections, mutations of sequences or error balls of codes are enumerated.
    Complexity: O(C(n, d) * a^d), the size of the answer.
    Source: choose the places, then other letters for them.
    """
    if distance < 0:
        raise ValueError(f"distance {distance} is negative")
    found = {0: {""}}
    for character in word:
        longer: dict[int, set[str]] = {}
        for differing, heads in found.items():
            for letter in {*alphabet, character}:
                count = differing + (letter != character)
                if count <= distance:
                    longer.setdefault(count, set()).update(head + letter for head in heads)
        found = longer
    return sorted(found.get(distance, set()))


EXAMPLES = [(("ab", "ab", 1), ["aa", "bb"]), (("a", "abc", 0), ["a"]), (("", "ab", 1), []), (("aa", "ab", 2), ["bb"])]
REFUSED = [("a", "ab", -1)]


def inputs(random):
    for _ in range(120):
        yield "".join(random.choices("abc", k=random.randint(0, 4))), "abc", random.randint(0, 4)


def oracle(word, alphabet, distance):
    words = [""]
    for _ in word:
        words = [w + c for w in words for c in alphabet]
    return sorted(w for w in words if sum(a != b for a, b in zip(w, word, strict=True)) == distance)
