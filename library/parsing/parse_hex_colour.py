def parse_hex_colour(text: str) -> tuple[int, int, int]:
    """Read "#rgb" or "#rrggbb", the # optional and case free, into red, green and blue from 0 to 255.

    Use when: colours of style sheets are processed.
    Complexity: O(1).
    Source: CSS Color Module, hexadecimal notation: one digit is doubled.
    """
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise ValueError(f"{text!r} is not a colour such as #a0b1c2 or #abc")
    number = int(digits, 16)
    return number >> 16, number >> 8 & 255, number & 255


EXAMPLES = [
    (("#ff8000",), (255, 128, 0)),
    (("abc",), (170, 187, 204)),
    (("#FFF",), (255, 255, 255)),
    (("000000",), (0, 0, 0)),
]
REFUSED = [("#ff",), ("#ggg",), ("",), ("##fff",), ("-12345",)]


def inputs(random):
    for _ in range(200):
        size = random.choice([3, 6])
        yield (random.choice(["#", ""]) + "".join(random.choices("0123456789abcdefABCDEF", k=size)),)


def oracle(text):
    bare = text.lstrip("#")
    step = len(bare) // 3
    parts = [bare[i * step : (i + 1) * step] for i in range(3)]
    return tuple(int(p, 16) * (17 if step == 1 else 1) for p in parts)
