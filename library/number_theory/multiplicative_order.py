from math import gcd


def multiplicative_order(value: int, modulus: int) -> int | None:
    """Find the smallest k >= 1 with value**k congruent to 1, or None if value and modulus share a factor.

    Use when: the period of powers, of a repeating fraction or of a generator is needed.
    Complexity: O(sqrt(modulus)) divisions to factor, then O(log^2 modulus) multiplications.
    Source: Cohen, A Course in Computational Algebraic Number Theory, algorithm 1.4.3.
    """
    if modulus < 1:
        raise ValueError(f"modulus {modulus} is not positive")
    if gcd(value, modulus) != 1:
        return None
    order = modulus  # made to the totient, a multiple of the order
    for prime in _prime_divisors(modulus):
        order -= order // prime
    for prime in _prime_divisors(order):
        while order % prime == 0 and pow(value, order // prime, modulus) == 1 % modulus:
            order //= prime
    return order


def _prime_divisors(number: int) -> list[int]:
    found, candidate = [], 2
    while candidate * candidate <= number:
        if number % candidate == 0:
            found.append(candidate)
            while number % candidate == 0:
                number //= candidate
        candidate += 1
    return found + [number] if number > 1 else found


EXAMPLES = [((2, 7), 3), ((10, 7), 6), ((2, 4), None), ((5, 1), 1), ((-1, 9), 2)]
REFUSED = [(2, 0)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-60, 200), random.randint(1, 90)


def oracle(value, modulus):
    return next((k for k in range(1, modulus + 1) if (value**k - 1) % modulus == 0), None)
