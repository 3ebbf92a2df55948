def move_to_front(text: str, alphabet: str) -> list[int]:
    """Encode each character by its place in a list in which it then moves to the front.

    Use when: local repetitions become small numbers, as after a Burrows-Wheeler transform.
    Complexity: O(len(text) * len(alphabet)).
    Source: Ryabko 1980; Bentley et al. 1986 (doi:10.1145/5684.5688).
    """
    order = list(alphabet)
    if len(set(order)) < len(order):
        raise ValueError("a character occurs twice in the alphabet")
    places = []
    for character in text:
        if character not in order:
            raise ValueError(f"{character!r} is not in the alphabet")
        place = order.index(character)
        places.append(place)
        order.insert(0, order.pop(place))
    return places


EXAMPLES = [(("banana", "abn"), [1, 1, 2, 1, 1, 1]), (("", "a"), []), (("aaa", "ba"), [1, 0, 0])]
REFUSED = [("c", "ab"), ("a", "aa")]


def inputs(random):
    for _ in range(150):
        yield "".join(random.choices("abcd", k=random.randint(0, 12))), "".join(random.sample("abcd", 4))


def oracle(text, alphabet):
    # the number of different characters since the last time, or in the untouched rest of the alphabet
    places = []
    for i, c in enumerate(text):
        before = text[:i]
        seen = set(before[before.rfind(c) + 1 :])
        places.append(len(seen) if c in before else len(seen | set(alphabet[: alphabet.index(c)])))
    return places
