def is_valid_iban(iban: str) -> bool:
    """Check form and check digits of an IBAN, spaces and case ignored; lengths of countries are not looked up.

    Use when: account numbers are validated before use.
    Complexity: O(length).
    Source: ISO 13616; ISO/IEC 7064 MOD 97-10.
    """
    compact = iban.replace(" ", "").upper()
    if not (15 <= len(compact) <= 34 and compact.isascii() and compact.isalnum()):
        return False
    if not (compact[:2].isalpha() and compact[2:4].isdigit()):
        return False
    remainder = 0
    for character in compact[4:] + compact[:4]:
        value = int(character, 36)
        remainder = (remainder * (100 if value > 9 else 10) + value) % 97
    return remainder == 1


EXAMPLES = [
    (("GB82 WEST 1234 5698 7654 32",), True),
    (("GB82 WEST 1234 5698 7654 33",), False),
    (("de89370400440532013000",), True),
    (("",), False),
    (("8282WEST12345698765432",), False),
]


def inputs(random):
    for _ in range(200):
        rest = "".join(random.choices("0123456789ABCZ", k=random.randint(11, 20)))
        country = "".join(random.choices("ABGZ", k=2))
        number = int("".join(str(int(c, 36)) for c in rest + country + "00"))
        check = 98 - number % 97
        yield (f"{country}{check if random.random() < 0.6 else random.randint(2, 98):02}{rest}",)


def oracle(iban):
    return int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 == 1
