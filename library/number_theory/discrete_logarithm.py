from math import isqrt


def discrete_logarithm(base: int, target: int, modulus: int) -> int | None:
    """Find the smallest exponent e >= 0 with base**e congruent to target modulo a prime modulus, or None.

    Use when: the exponent in a small multiplicative group is sought (up to about 10^12).
    Complexity: O(sqrt(modulus)) time and memory.
    Source: Shanks's baby-step giant-step, 1971.
    """
    if modulus < 2 or base % modulus == 0:
        raise ValueError(f"base {base} is not invertible modulo {modulus}")
    target %= modulus
    size = isqrt(modulus) + 1
    baby: dict[int, int] = {}
    power = 1
    for exponent in range(size):
        baby.setdefault(power, exponent)
        power = power * base % modulus
    giant = pow(base, -size, modulus)
    for block in range(size):
        if target in baby:
            return block * size + baby[target]
        target = target * giant % modulus
    return None


EXAMPLES = [((2, 9, 11), 6), ((5, 1, 23), 0), ((4, 2, 7), 2), ((4, 3, 7), None)]
REFUSED = [(0, 1, 7), (14, 3, 7)]


def inputs(random):
    for _ in range(150):
        modulus = random.choice([2, 3, 5, 7, 13, 31, 61, 101])
        yield random.randint(1, modulus - 1), random.randint(0, 2 * modulus), modulus


def oracle(base, target, modulus):
    return next((e for e in range(modulus) if (pow(base, e, modulus) - target) % modulus == 0), None)
