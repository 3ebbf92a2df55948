def perfect_power(number: int) -> tuple[int, int] | None:
    """Write number > 1 as (base, exponent) with the largest exponent of at least 2, or None if it is no power.

    Use when: squares, cubes and higher powers are recognised, or before factoring.
    Complexity: O(log^2 number) integer multiplications of the full size.
    Source: Bernstein 1998 (doi:10.1090/S0025-5718-98-00952-1), in its simplest form.
    """
    if number < 2:
        raise ValueError(f"{number} is not above 1")
    for exponent in range(number.bit_length(), 1, -1):
        low, high = 1, 1 << (number.bit_length() // exponent + 1)
        while low < high:
            middle = (low + high + 1) // 2
            if middle**exponent <= number:
                low = middle
            else:
                high = middle - 1
        if low > 1 and low**exponent == number:
            return low, exponent
    return None


EXAMPLES = [((64,), (2, 6)), ((72,), None), ((36,), (6, 2)), ((2,), None), ((12157665459056928801,), (3, 40))]
REFUSED = [(1,), (-8,)]


def inputs(random):
    for number in range(2, 150):
        yield (number,)
    for _ in range(50):
        yield (random.randint(2, 30) ** random.randint(1, 7),)


def oracle(number):
    exponents = range(number.bit_length(), 1, -1)
    return next(((b, e) for e in exponents for b in range(2, int(number ** (1 / e)) + 2) if b**e == number), None)
