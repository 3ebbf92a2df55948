_WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


def is_prime(number: int) -> bool:
    """Decide primality exactly for numbers below 3.3 * 10^24, and with high probability beyond.

    Use when: single large numbers are tested; for all primes of a range sieve instead.
    Complexity: O(log^3 number) bit operations for each of twelve witnesses.
    Source: Miller 1976, Rabin 1980; witnesses by Sorenson and Webster 2015 (doi:10.1090/mcom/3134).
    """
    if number < 2:
        return False
    for small in _WITNESSES:
        if number % small == 0:
            return number == small
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_passes(number, odd, twos, witness) for witness in _WITNESSES)


def _passes(number: int, odd: int, twos: int, witness: int) -> bool:
    power = pow(witness, odd, number)
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


EXAMPLES = [
    ((2,), True),
    ((1,), False),
    ((561,), False),
    ((2305843009213693951,), True),
    ((3215031751,), False),
    ((-7,), False),
]


def inputs(random):
    for number in range(-5, 300):
        yield (number,)
    for _ in range(100):
        yield (random.randint(300, 10**6),)


def oracle(number):
    return number > 1 and all(number % d for d in range(2, int(number**0.5) + 1))
