_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"] + [
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ("", " thousand", " million", " billion", " trillion")


def number_to_words(number: int) -> str:
    """Write a whole number below 10^15 in English words, without "and", negative ones with "minus".

    Use when: amounts are spelled out on cheques or read aloud.
    Complexity: O(digits).
    Source: the short scale, three digits at a time.
    """
    if abs(number) >= 10**15:
        raise ValueError(f"{number} is too large to be written out here")
    if number == 0:
        return _ONES[0]
    groups, rest = [], abs(number)
    for scale in _SCALES:
        rest, part = divmod(rest, 1000)
        if part:
            groups.append(_below_thousand(part) + scale)
    return ("minus " if number < 0 else "") + " ".join(reversed(groups))


def _below_thousand(number: int) -> str:
    words = []
    if number >= 100:
        words.append(_ONES[number // 100] + " hundred")
        number %= 100
    if number >= 20:
        words.append(_TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else ""))
    elif number:
        words.append(_ONES[number])
    return " ".join(words)


EXAMPLES = [
    ((0,), "zero"),
    ((42,), "forty-two"),
    ((1001,), "one thousand one"),
    ((-115,), "minus one hundred fifteen"),
    ((2000000,), "two million"),
]
REFUSED = [(1000000000000000,)]


def inputs(random):
    for number in range(-20, 130):
        yield (number,)
    for _ in range(100):
        yield (random.randint(-(10**15) + 1, 10**15 - 1),)


def property_reads_back(result, number):
    total = part = 0
    scales = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    for word in result.replace("-", " ").split():
        if word in scales:
            total, part = total + part * scales[word], 0
        elif word == "hundred":
            part *= 100
        elif word != "minus":
            part += _ONES.index(word) if word in _ONES else 10 * _TENS.index(word) + 20
    return (-1 if result.startswith("minus") else 1) * (total + part) == number
