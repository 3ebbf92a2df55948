def vigenere_cipher(text: str, key: str, decrypt: bool) -> str:
    """Shift each letter by the next letter of a repeated key (a = 0); case is kept, other characters use no key letter.

    Use when: classical polyalphabetic ciphers are taught or solved.
    Complexity: O(len(text)).
    Source: Bellaso 1553, known as Vigenère's.
    """
    if not key or not all("a" <= letter <= "z" for letter in key.lower()):
        raise ValueError("a key of letters a to z was expected")
    shifts = [ord(letter) - ord("a") for letter in key.lower()]
    result, used = [], 0
    for character in text:
        if not (character.isascii() and character.isalpha()):
            result.append(character)
            continue
        base = ord("A") if character.isupper() else ord("a")
        shift = shifts[used % len(shifts)] * (-1 if decrypt else 1)
        result.append(chr((ord(character) - base + shift) % 26 + base))
        used += 1
    return "".join(result)


EXAMPLES = [
    (("Attack at dawn", "lemon", False), "Lxfopv ef rnhr"),
    (("Lxfopv ef rnhr", "LEMON", True), "Attack at dawn"),
    (("", "k", False), ""),
    (("1-b", "b", False), "1-c"),
]
REFUSED = [("a", "", False), ("a", "k1", False)]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("abyzAZ .é", k=random.randint(0, 12))),
            "".join(random.choices("abcxyzQ", k=random.randint(1, 4))),
            random.choice([True, False]),
        )


def oracle(text, key, decrypt):
    low = "abcdefghijklmnopqrstuvwxyz"
    stream = iter(key.lower() * len(text))

    def turn(c):
        if c.lower() not in low or c == "":
            return c
        step = low.index(next(stream)) * (-1 if decrypt else 1)
        moved = low[(low.index(c.lower()) + step) % 26]
        return moved.upper() if c.isupper() else moved

    return "".join(map(turn, text))
