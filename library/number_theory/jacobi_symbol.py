def jacobi_symbol(a: int, n: int) -> int:
    """Compute the Jacobi symbol (a/n) for odd positive n: -1, 0 or 1.

    Use when: quadratic residues are recognised, or Solovay-Strassen primality tests are run.
    Complexity: O(log^2 n) bit operations, as for a greatest common divisor.
    Source: Jacobi's reciprocity law; Cohen, algorithm 1.4.10.
    """
    if n < 1 or n % 2 == 0:
        raise ValueError(f"{n} is not odd and positive")
    a, sign = a % n, 1
    while a:
        while a % 2 == 0:
            a //= 2
            if n % 8 in (3, 5):
                sign = -sign
        a, n = n, a
        if a % 4 == 3 and n % 4 == 3:
            sign = -sign
        a %= n
    return sign if n == 1 else 0


EXAMPLES = [((2, 7), 1), ((5, 9), 1), ((3, 9), 0), ((2, 15), 1), ((7, 15), -1), ((-1, 3), -1)]
REFUSED = [(3, 8), (1, -5)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-100, 100), 2 * random.randint(0, 40) + 1


def oracle(a, n):
    product, p = 1, 3
    while n > 1:
        while n % p == 0:
            n //= p
            squares = {x * x % p for x in range(1, p)}
            product *= 0 if a % p == 0 else 1 if a % p in squares else -1
        p += 2
    return product
