def phone_letter_words(digits: str) -> list[str]:
    """List all words that digits 2 to 9 can mean on a telephone keypad, in alphabetical order; none for no digits.

    Use when: vanity numbers or predictive text are explored.
    Complexity: O(4^n n), the size of the answer.
    Source: ITU-T E.161.
    """
    letters = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    unknown = set(digits) - set(letters)
    if unknown:
        raise ValueError(f"{min(unknown)!r} has no letters")
    words = [""] if digits else []
    for digit in digits:
        words = [word + letter for word in words for letter in letters[digit]]
    return words


EXAMPLES = [
    (("23",), ["ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"]),
    (("",), []),
    (("7",), ["p", "q", "r", "s"]),
]
REFUSED = [("1",), ("2a",)]


def inputs(random):
    for _ in range(60):
        yield ("".join(random.choices("23456789", k=random.randint(0, 4))),)


def property_every_word_dials_the_digits(result, digits):
    dial = dict(zip("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999", strict=True))
    count = 1
    for d in digits:
        count *= 4 if d in "79" else 3
    return (
        all("".join(dial[c] for c in w) == digits for w in result)
        and len(set(result)) == len(result) == (count if digits else 0)
        and result == sorted(result)
    )
