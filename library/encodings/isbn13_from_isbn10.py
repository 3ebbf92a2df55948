def isbn13_from_isbn10(isbn: str) -> str:
    """Turn a valid ISBN-10, hyphens and spaces allowed, into the ISBN-13 of the same book, thirteen digits.

    Use when: book catalogues are unified; a wrong check digit raises ValueError.
    Complexity: O(1).
    Source: ISO 2108: weights 10 to 1 modulo 11, then 1 and 3 in turn modulo 10 behind 978.
    """
    digits = isbn.replace("-", "").replace(" ", "").upper()
    body, check = digits[:9], digits[9:]
    if len(digits) != 10 or not (body.isascii() and body.isdecimal()) or check not in "0123456789X":
        raise ValueError(f"{isbn!r} is not an ISBN-10")
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), body, strict=True))
    if (total + (10 if check == "X" else int(check))) % 11:
        raise ValueError(f"the check digit of {isbn!r} is wrong")
    longer = "978" + body
    weighted = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(longer))
    return longer + str(-weighted % 10)


EXAMPLES = [
    (("0-306-40615-2",), "9780306406157"),
    (("080442957X",), "9780804429573"),
    (("3 16 148410 X",), "9783161484100"),
]
REFUSED = [("0306406153",), ("123",), ("X306406152",), ("",)]


def inputs(random):
    for _ in range(150):
        body = "".join(random.choices("0123456789", k=9))
        yield (
            body
            + next(
                c
                for c in "0123456789X"
                if sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(body + c)) % 11 == 0
            ),
        )


def property_is_a_valid_isbn13_of_the_book(result, isbn):
    evens, odds = sum(map(int, result[::2])), sum(map(int, result[1::2]))
    return len(result) == 13 and (evens + 3 * odds) % 10 == 0 and result[3:12] == isbn[:9] and result[:3] == "978"
