_TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def damm_check_digit(number: str) -> str:
    """Return the digit that, appended, reveals every single wrong digit and every swap of two neighbours.

    Use when: identifiers typed by people need a better check than Luhn's.
    Complexity: O(len(number)).
    Source: Damm 2004, a totally antisymmetric quasigroup of order 10.
    """
    state = 0
    for digit in number:
        if not "0" <= digit <= "9":
            raise ValueError(f"{digit!r} is not a digit")
        state = _TABLE[state][int(digit)]
    return str(state)


EXAMPLES = [(("572",), "4"), (("",), "0"), (("43881234567",), "9")]
REFUSED = [("1a",)]


def inputs(random):
    for _ in range(100):
        yield ("".join(random.choices("0123456789", k=random.randint(1, 12))),)


def property_a_changed_digit_is_noticed(result, number):
    places = [(i, d) for i in range(len(number)) for d in "0123456789" if d != number[i]]
    return all(damm_check_digit(number[:i] + d + number[i + 1 :]) != result for i, d in places)


def property_a_swap_of_neighbours_is_noticed(result, number):
    whole = number + result
    swaps = [
        whole[:i] + whole[i + 1] + whole[i] + whole[i + 2 :] for i in range(len(whole) - 1) if whole[i] != whole[i + 1]
    ]
    return all(damm_check_digit(s) != "0" for s in swaps) and damm_check_digit(whole) == "0"
