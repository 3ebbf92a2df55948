def luhn_check_digit(number: str) -> str:
    """Return the digit that makes a number of digits valid when appended, as on credit cards.

    Use when: typing errors in identifiers must be noticed: all single digits and most swaps of neighbours.
    Complexity: O(len(number)).
    Source: Luhn, US patent 2950048, 1960; ISO/IEC 7812-1.
    """
    if not number or not all("0" <= digit <= "9" for digit in number):
        raise ValueError(f"{number!r} is not made of digits")
    total = 0
    for distance, digit in enumerate(reversed(number)):
        value = int(digit) * (2 - distance % 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


EXAMPLES = [(("7992739871",), "3"), (("0",), "0"), (("411111111111111",), "1")]
REFUSED = [("",), ("12a",)]


def inputs(random):
    for _ in range(150):
        yield ("".join(random.choices("0123456789", k=random.randint(1, 16))),)


def property_makes_the_sum_divisible(result, number):
    whole = number + result
    doubled = [sum(map(int, str(2 * int(d)))) for d in whole[-2::-2]]
    return len(result) == 1 and (sum(map(int, whole[::-2])) + sum(doubled)) % 10 == 0


def property_a_changed_digit_is_noticed(result, number):
    changed = number[:-1] + str((int(number[-1]) + 1) % 10)
    return luhn_check_digit(changed) != result
