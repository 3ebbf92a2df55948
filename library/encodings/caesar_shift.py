import string


def caesar_shift(text: str, shift: int) -> str:
    """Move the letters A to Z and a to z along the alphabet, cyclically; all else stays.

    Use when: simple substitution puzzles are made or solved (shift back by the negative).
    Complexity: O(len(text)).
    Source: Suetonius; ROT13 for a shift of 13.
    """
    moved = ""
    for letter in text:
        first = "a" if "a" <= letter <= "z" else "A" if "A" <= letter <= "Z" else ""
        moved += chr((ord(letter) - ord(first) + shift) % 26 + ord(first)) if first else letter
    return moved


EXAMPLES = [
    (("Hello, World!", 3), "Khoor, Zruog!"),
    (("xyz", 3), "abc"),
    (("abc", -1), "zab"),
    (("", 5), ""),
    (("ñ", 1), "ñ"),
]


def inputs(random):
    for _ in range(200):
        yield "".join(random.choices("azAZmé 9", k=random.randint(0, 9))), random.randint(-60, 60)


def oracle(text, shift):
    k = shift % 26
    low, up = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(low + up, low[k:] + low[:k] + up[k:] + up[:k]))
