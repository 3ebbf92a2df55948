def factorial_prime_exponent(n: int, prime: int) -> int:
    """Count how often a prime divides n factorial.

    Use when: trailing zeros of factorials or divisibility of binomials is asked for without computing them.
    Complexity: O(log n) divisions.
    Source: Legendre's formula.
    """
    if n < 0 or prime < 2:
        raise ValueError(f"the exponent of {prime} in the factorial of {n} is not defined")
    exponent = 0
    while n:
        n //= prime
        exponent += n
    return exponent


EXAMPLES = [((100, 5), 24), ((10, 2), 8), ((0, 7), 0), ((6, 7), 0), ((7, 7), 1)]
REFUSED = [(-1, 2), (5, 1)]


def inputs(random):
    for _ in range(100):
        yield random.randint(0, 120), random.choice([2, 3, 5, 7, 11])


def oracle(n, prime):
    product = 1
    for k in range(2, n + 1):
        product *= k
    return next(e for e in range(200) if product % prime ** (e + 1))
