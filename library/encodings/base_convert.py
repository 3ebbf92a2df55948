def base_convert(number: str, source: int, target: int) -> str:
    """Rewrite a whole number, with optional minus, from one base to another, both 2 to 36; letters in lower case.

    Use when: identifiers or numbers are shown in another base.
    Complexity: O(digits^2).
    Source: Knuth, TAOCP vol. 2, 4.4, method 1a.
    """
    if not (2 <= source <= 36 and 2 <= target <= 36):
        raise ValueError("bases from 2 to 36 were expected")
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    sign, bare = ("-", number[1:]) if number.startswith("-") else ("", number)
    value = 0
    for character in bare.lower():
        digit = digits.find(character)
        if not 0 <= digit < source:
            raise ValueError(f"{character!r} is not a digit in base {source}")
        value = value * source + digit
    if not bare:
        raise ValueError("there is no digit")
    written = ""
    while value:
        value, digit = divmod(value, target)
        written = digits[digit] + written
    return sign + written if written else "0"


EXAMPLES = [
    (("ff", 16, 2), "11111111"),
    (("-10", 10, 16), "-a"),
    (("0", 2, 36), "0"),
    (("Z", 36, 10), "35"),
    (("-0", 10, 2), "0"),
]
REFUSED = [("2", 2, 10), ("", 10, 2), ("1", 1, 10), ("-", 10, 2)]


def inputs(random):
    for _ in range(200):
        base = random.randint(2, 36)
        yield (
            random.choice(["", "-"])
            + "".join(random.choices("0123456789abcdefghijklmnopqrstuvwxyz"[:base], k=random.randint(1, 8))),
            base,
            random.randint(2, 36),
        )


def property_means_the_same(result, number, source, target):
    return int(result, target) == int(number, source) and (result.lstrip("-") == "0" or result.lstrip("-")[0] != "0")
