def integer_to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral.

    Use when: pages, chapters or years are numbered in classical style.
    Complexity: O(1).
    Source: greedy subtraction of the thirteen values with a sign of their own.
    """
    if not 1 <= number <= 3999:
        raise ValueError(f"{number} is not in 1 to 3999")
    numeral = ""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    for value, sign in zip(values, signs, strict=True):
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


EXAMPLES = [((1994,), "MCMXCIV"), ((4,), "IV"), ((3999,), "MMMCMXCIX"), ((1,), "I")]
REFUSED = [(0,), (4000,), (-1,)]


def inputs(random):
    for _ in range(300):
        yield (random.randint(1, 3999),)


def oracle(number):
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    text = "M" * (number // 1000)
    for unit, letters in ((100, "CDM"), (10, "XLC"), (1, "IVX")):
        text += ones[number // unit % 10].translate(str.maketrans("IVX", letters))
    return text
