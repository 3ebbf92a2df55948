from math import gcd, lcm


def carmichael_function(number: int) -> int:
    """Return the smallest k such that a**k is congruent to 1 for every a without a factor in common with number.

    Use when: exponents of RSA are reduced, or the longest period of powers modulo number is needed.
    Complexity: O(sqrt(number)) divisions.
    Source: Carmichael 1910.
    """
    if number < 1:
        raise ValueError(f"{number} is not a positive integer")
    result, prime = 1, 2
    while number > 1:
        if prime * prime > number:
            prime = number
        power = 1
        while number % prime == 0:
            number //= prime
            power *= prime
        if power > 1:
            exponent = power // prime * (prime - 1)
            result = lcm(result, exponent // 2 if prime == 2 and power > 4 else exponent)
        prime += 1
    return result


EXAMPLES = [((1,), 1), ((8,), 2), ((561,), 80), ((4,), 2), ((15,), 4)]
REFUSED = [(0,)]


def inputs(random):
    for number in range(1, 100):
        yield (number,)


def oracle(number):
    coprime = [a for a in range(1, number + 1) if gcd(a, number) == 1]
    return next(k for k in range(1, number + 1) if all(pow(a, k, number) == 1 % number for a in coprime))
