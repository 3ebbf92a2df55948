def longest_common_substring(first: str, second: str) -> str:
    """Return the longest stretch that both texts contain, the leftmost in first of several.

    Use when: copied passages or shared motifs of two texts are found.
    Complexity: O(len(first) * len(second)) time, O(len(second)) memory.
    Source: Gusfield, Algorithms on Strings, Trees and Sequences, chapter 7, in its tabular form.
    """
    longest, stop = 0, 0
    ending: dict[int, int] = {}
    for at, letter in enumerate(first):
        grown: dict[int, int] = {}
        place = second.find(letter)
        while place >= 0:
            grown[place] = ending.get(place - 1, 0) + 1
            if grown[place] > longest:
                longest, stop = grown[place], at + 1
            place = second.find(letter, place + 1)
        ending = grown
    return first[stop - longest : stop]


EXAMPLES = [(("xabcdy", "zabcw"), "abc"), (("", "a"), ""), (("abc", "def"), ""), (("aXbX", "Xb"), "Xb")]


def inputs(random):
    for _ in range(200):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 9))),
            "".join(random.choices("abc", k=random.randint(0, 9))),
        )


def oracle(first, second):
    parts = [first[i:j] for i in range(len(first)) for j in range(i + 1, len(first) + 1)]
    return max((p for p in parts if p in second), key=len, default="")
