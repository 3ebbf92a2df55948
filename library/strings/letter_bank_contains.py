from collections import Counter


def letter_bank_contains(bank: str, word: str) -> bool:
    """Decide whether a word can be laid with the letters of a bank, each used once; "?" in the bank is any letter.

    Use when: Scrabble racks, ransom notes or stocks of parts are checked.
    Complexity: O(len(bank) + len(word)).
    Source: multiset difference.
    """
    stock = Counter(bank)
    jokers = stock.pop("?", 0)
    return (Counter(word) - stock).total() <= jokers


EXAMPLES = [
    (("aabc", "cab"), True),
    (("ab", "aab"), False),
    (("a?", "ab"), True),
    (("", ""), True),
    (("?", "xy"), False),
]


def inputs(random):
    for _ in range(300):
        yield (
            "".join(random.choices("abc?", k=random.randint(0, 6))),
            "".join(random.choices("abc", k=random.randint(0, 5))),
        )


def oracle(bank, word):
    rest = list(bank)
    for letter in word:
        if letter in rest:
            rest.remove(letter)
        elif "?" in rest:
            rest.remove("?")
        else:
            return False
    return True
