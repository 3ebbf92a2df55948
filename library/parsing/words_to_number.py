_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"] + [
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ["trillion", "billion", "million", "thousand"]


def words_to_number(words: str) -> int:
    """Read an English number such as "three hundred and forty-two thousand", below 10^15; case does not matter.

    Use when: spoken or written-out amounts are understood.
    Complexity: O(words).
    Source: the short scale; a number below 1000 before each scale, and the scales fall.
    """
    tokens = [token for token in words.lower().replace("-", " ").split() if token != "and"]
    negative = tokens[:1] == ["minus"]
    tokens = tokens[negative:]
    if tokens == ["zero"]:
        return 0
    total, group, left = 0, [], list(_SCALES)
    for token in tokens:
        if token not in _SCALES:
            group.append(token)
            continue
        if token not in left:
            raise ValueError(f"{token!r} comes after a smaller scale or itself")
        del left[: left.index(token) + 1]
        total += _below_thousand(group) * 1000 ** (4 - _SCALES.index(token))
        group = []
    if group or not tokens:
        total += _below_thousand(group)
    return -total if negative else total


def _below_thousand(group: list[str]) -> int:
    rest, value = list(group), 0
    if rest[1:2] == ["hundred"] and rest[0] in _SMALL[1:10]:
        value, rest = 100 * _SMALL.index(rest[0]), rest[2:]
        if not rest:
            return value
    if rest and rest[0] in _TENS:
        value += 10 * _TENS.index(rest.pop(0)) + 20
        if rest and rest[0] in _SMALL[1:10]:
            value += _SMALL.index(rest.pop(0))
    elif rest and rest[0] in _SMALL[1:]:
        value += _SMALL.index(rest.pop(0))
    if rest or not value:
        raise ValueError(f"{' '.join(group)!r} is not a number below a thousand")
    return value


EXAMPLES = [
    (("three hundred and forty-two thousand",), 342000),
    (("zero",), 0),
    (("Minus five",), -5),
    (("one million one",), 1000001),
    (("nine hundred ninety nine",), 999),
]
REFUSED = [
    ("",),
    ("hundred",),
    ("five five",),
    ("thousand million",),
    ("twelve three",),
    ("dog",),
    ("one thousand two million",),
    ("five zero",),
]


def inputs(random):
    for number in range(130):
        yield (_spell(number),)
    for _ in range(150):
        yield ("minus " * random.randint(0, 1) + _spell(random.randint(1, 10 ** random.randint(1, 14))),)


def property_spells_the_same(result, words):
    return ("minus " if words.startswith("minus") else "") + _spell(abs(result)) == words and (result <= 0) == (
        "minus" in words or words == "zero"
    )


def _spell(number):
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    for size, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            return f"{_spell(number // size)} {name}" + (f" {_spell(number % size)}" if number % size else "")
    return None
