from math import gcd


def pollard_rho_factor(number: int) -> int:
    """Find a divisor of an odd composite number that is neither 1 nor the number.

    Use when: trial division is too slow, for numbers of up to about 25 digits; test for primality first.
    Complexity: about the fourth root of number, expected.
    Source: Pollard 1975 with Floyd's cycle detection.
    """
    if number < 9 or number % 2 == 0:
        raise ValueError(f"{number} is not an odd composite number")
    for constant in range(1, number):
        slow = fast = 2
        divisor = 1
        while divisor == 1:
            slow = (slow * slow + constant) % number
            fast = (fast * fast + constant) % number
            fast = (fast * fast + constant) % number
            divisor = gcd(slow - fast, number)
        if divisor != number:
            return divisor
    raise ValueError(f"{number} is prime")


EXAMPLES = [((8051,), 97), ((15,), 3), ((1000036000099,), 1000033)]
REFUSED = [(10,), (7,)]


def inputs(random):
    odd = [n for n in range(3, 60, 2)]
    for _ in range(150):
        yield (random.choice(odd) * random.choice(odd),)


def property_divides_properly(result, number):
    return 1 < result < number and number % result == 0
