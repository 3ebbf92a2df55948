def roman_to_integer(numeral: str) -> int:
    """Read a Roman numeral from 1 to 3999 in its standard form, any case; raises ValueError for others.

    Use when: chapters, dates or inscriptions are read strictly.
    Complexity: O(1), at most 15 letters.
    Source: a smaller letter before a larger one is subtracted; the standard form is checked by writing it again.
    """
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [values.get(letter, 0) for letter in numeral.upper()]
    if not letters or 0 in letters:
        raise ValueError(f"{numeral!r} is not a Roman numeral")
    total = 0
    for value, following in zip(letters, [*letters[1:], 0], strict=True):
        total += -value if value < following else value
    if total > 3999 or _written(total) != numeral.upper():
        raise ValueError(f"{numeral!r} is not in standard form")
    return total


def _written(number: int) -> str:
    digits = ""
    for unit, one, five, ten in ((1000, "M", "", ""), (100, "C", "D", "M"), (10, "X", "L", "C"), (1, "I", "V", "X")):
        digit, number = divmod(number, unit)
        if five == "":
            digits += one * digit
        else:
            digits += [
                "",
                one,
                one * 2,
                one * 3,
                one + five,
                five,
                five + one,
                five + one * 2,
                five + one * 3,
                one + ten,
            ][digit]
    return digits


EXAMPLES = [(("MCMXCIV",), 1994), (("iv",), 4), (("MMMCMXCIX",), 3999), (("XLII",), 42)]
REFUSED = [("",), ("IIII",), ("IC",), ("ABC",), ("VX",), ("MMMM",)]


def inputs(random):
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    for _ in range(200):
        number = random.randint(1, 3999)
        tens = str.maketrans("IVX", "XLC")
        hundreds = str.maketrans("IVX", "CDM")
        yield (
            "M" * (number // 1000)
            + ones[number // 100 % 10].translate(hundreds)
            + ones[number // 10 % 10].translate(tens)
            + ones[number % 10],
        )


def oracle(numeral):
    total = 0
    for text, value in (("CM", 900), ("CD", 400), ("XC", 90), ("XL", 40), ("IX", 9), ("IV", 4)):
        if text in numeral:
            total, numeral = total + value, numeral.replace(text, "")
    return total + sum({"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in numeral)
