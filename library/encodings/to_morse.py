_CODE = {
    "a": ".-",
    "b": "-...",
    "c": "-.-.",
    "d": "-..",
    "e": ".",
    "f": "..-.",
    "g": "--.",
    "h": "....",
    "i": "..",
    "j": ".---",
    "k": "-.-",
    "l": ".-..",
    "m": "--",
    "n": "-.",
    "o": "---",
    "p": ".--.",
    "q": "--.-",
    "r": ".-.",
    "s": "...",
    "t": "-",
    "u": "..-",
    "v": "...-",
    "w": ".--",
    "x": "-..-",
    "y": "-.--",
    "z": "--..",
}


def to_morse(text: str) -> str:
    """Write letters and digits in Morse code, a space between characters and " / " between words.

    Use when: signals are keyed or puzzles made. Other characters raise ValueError.
    Complexity: O(len(text)).
    Source: ITU-R M.1677-1; digits count dots up to five, then dashes.
    """
    words = []
    for word in text.lower().split():
        signs = []
        for character in word:
            if "0" <= character <= "9":
                value = int(character)
                signs.append(("." * value + "-" * 5)[:5] if value <= 5 else ("-" * (value - 5) + "." * 5)[:5])
            elif character in _CODE:
                signs.append(_CODE[character])
            else:
                raise ValueError(f"{character!r} has no Morse code here")
        words.append(" ".join(signs))
    return " / ".join(words)


EXAMPLES = [(("SOS",), "... --- ..."), (("a 1",), ".- / .----"), (("",), ""), (("60",), "-.... -----")]
REFUSED = [("a!",), ("é",)]


def inputs(random):
    for _ in range(150):
        yield (
            " ".join(
                "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=random.randint(1, 4)))
                for _ in range(random.randint(0, 3))
            ),
        )


def property_reads_back_along_the_code_tree(result, text):
    # the letters in the order of the binary tree of dots and dashes, level by level
    tree = "?etianmsurwdkgohvf?l?pjbxcyzq??54?3???2???????16???????7???8?90"

    def letter(sign):
        place = 0
        for mark in sign:
            place = 2 * place + (1 if mark == "." else 2)
        return tree[place]

    return " ".join("".join(map(letter, w.split())) for w in result.split(" / ") if w) == text
