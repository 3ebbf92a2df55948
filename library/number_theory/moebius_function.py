def moebius_function(number: int) -> int:
    """Return 0 if a square above 1 divides number, otherwise 1 or -1 for an even or odd count of prime factors.

    Use when: sums over divisors are inverted, or square-free numbers are counted.
    Complexity: O(sqrt(number)) divisions.
    Source: Moebius 1832.
    """
    if number < 1:
        raise ValueError(f"{number} is not a positive integer")
    sign, prime = 1, 2
    while prime * prime <= number:
        if number % prime == 0:
            number //= prime
            if number % prime == 0:
                return 0
            sign = -sign
        prime += 1
    return -sign if number > 1 else sign


EXAMPLES = [((1,), 1), ((2,), -1), ((6,), 1), ((12,), 0), ((30,), -1)]
REFUSED = [(0,)]


def inputs(random):
    for number in range(1, 200):
        yield (number,)


def oracle(number):
    primes = [p for p in range(2, number + 1) if number % p == 0 and all(p % d for d in range(2, p))]
    return 0 if any(number % (p * p) == 0 for p in primes) else (-1) ** len(primes)
