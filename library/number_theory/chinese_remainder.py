from math import gcd


def chinese_remainder(remainders: list[int], moduli: list[int]) -> tuple[int, int] | None:
    """Find (x, m): all numbers with the given remainders are x plus multiples of m. None if there are none.

    Use when: several congruences must hold together; the moduli need not be coprime.
    Complexity: one modular inverse for each congruence.
    Source: Sunzi's theorem, merged pairwise (Knuth, TAOCP vol. 2, 4.3.2).
    """
    if len(remainders) != len(moduli):
        raise ValueError(f"{len(remainders)} remainders for {len(moduli)} moduli")
    solution, period = 0, 1
    for remainder, modulus in zip(remainders, moduli, strict=True):
        if modulus < 1:
            raise ValueError(f"modulus {modulus} is not positive")
        shared = gcd(period, modulus)
        difference = remainder - solution
        if difference % shared:
            return None
        reduced = modulus // shared
        steps = difference // shared * pow(period // shared, -1, reduced) % reduced
        solution += period * steps
        period *= reduced
    return solution % period, period


EXAMPLES = [
    (([2, 3, 2], [3, 5, 7]), (23, 105)),
    (([1, 2], [4, 6]), None),
    (([], []), (0, 1)),
    (([3, 1], [4, 6]), (7, 12)),
]
REFUSED = [([1], [2, 3]), ([1], [0])]


def inputs(random):
    for _ in range(150):
        moduli = [random.randint(1, 12) for _ in range(random.randint(0, 3))]
        yield [random.randint(-20, 20) for _ in moduli], moduli


def oracle(remainders, moduli):
    period = 1
    while any(period % m for m in moduli):
        period += 1
    fits = [x for x in range(period) if all((x - r) % m == 0 for r, m in zip(remainders, moduli, strict=True))]
    return (fits[0], period) if fits else None
