def modular_square_root(value: int, prime: int) -> int | None:
    """Find the smaller x in 0..prime/2 with x*x congruent to value modulo an odd prime, or None.

    Use when: quadratic congruences or points on elliptic curves are solved for.
    Complexity: O(log^2 prime) multiplications in the usual case.
    Source: Tonelli 1891, Shanks 1973.
    """
    if prime < 3 or prime % 2 == 0:
        raise ValueError(f"{prime} is not an odd prime")
    value %= prime
    if value == 0:
        return 0
    if pow(value, (prime - 1) // 2, prime) != 1:
        return None
    odd, twos = prime - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    nonresidue = next(z for z in range(2, prime) if pow(z, (prime - 1) // 2, prime) == prime - 1)
    generator, root, error = pow(nonresidue, odd, prime), pow(value, (odd + 1) // 2, prime), pow(value, odd, prime)
    while error != 1:
        order, square = 0, error
        while square != 1:
            square, order = square * square % prime, order + 1
        factor = pow(generator, 1 << (twos - order - 1), prime)
        generator, twos = factor * factor % prime, order
        root, error = root * factor % prime, error * generator % prime
    return min(root, prime - root)


EXAMPLES = [((2, 7), 3), ((3, 7), None), ((0, 5), 0), ((5, 41), 13), ((-1, 13), 5)]
REFUSED = [(1, 2), (4, 8)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-200, 200), random.choice([3, 5, 7, 11, 13, 17, 41, 73, 97, 193, 257])


def oracle(value, prime):
    return next((x for x in range(prime // 2 + 1) if (x * x - value) % prime == 0), None)
