def modular_inverse(value: int, modulus: int) -> int | None:
    """Find the number in 0..modulus-1 whose product with value leaves remainder 1, or None if there is none.

    Use when: dividing in modular arithmetic, as in ciphers, hashing or combinatorics modulo a prime.
    Complexity: O(log modulus) divisions.
    Source: the extended Euclidean algorithm.
    """
    if modulus < 1:
        raise ValueError(f"modulus {modulus} is not positive")
    remainder, divisor = modulus, value % modulus
    before, current = 0, 1
    while divisor:
        step = remainder // divisor
        remainder, divisor = divisor, remainder - step * divisor
        before, current = current, before - step * current
    return before % modulus if remainder == 1 else None


EXAMPLES = [((3, 11), 4), ((10, 17), 12), ((6, 9), None), ((-3, 11), 7), ((5, 1), 0)]
REFUSED = [(3, 0), (3, -7)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-300, 300), random.randint(1, 120)


def oracle(value, modulus):
    return next((x for x in range(modulus) if value * x % modulus == 1 % modulus), None)
