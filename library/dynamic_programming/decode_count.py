def decode_count(digits: str) -> int:
    """Count the ways to read digits as letters A = 1 to Z = 26.

    Use when: ambiguous variable-length codes are analysed. "" has one reading.
    Complexity: O(len(digits)) time, O(1) memory.
    Source: the last letter took one digit or two.
    """
    if not all("0" <= d <= "9" for d in digits):
        raise ValueError(f"{digits!r} is not made of digits")
    earlier, ways, before = 0, 1, ""
    for digit in digits:
        fresh = ways if digit != "0" else 0
        if before and "10" <= before + digit <= "26":
            fresh += earlier
        earlier, ways, before = ways, fresh, digit
    return ways


EXAMPLES = [(("226",), 3), (("06",), 0), (("",), 1), (("1010",), 1), (("11111",), 8)]
REFUSED = [("1a",)]


def inputs(random):
    for _ in range(200):
        yield ("".join(random.choices("0123", weights=(1, 3, 3, 1), k=random.randint(0, 9))),)


def oracle(digits):
    if not digits:
        return 1
    return sum(oracle(digits[n:]) for n in (1, 2) if len(digits) >= n and digits[0] != "0" and int(digits[:n]) <= 26)
