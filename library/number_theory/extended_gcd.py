def extended_gcd(a: int, b: int) -> tuple[int, int, int]:
    """Return (g, x, y) with g = gcd(a, b) >= 0 and a*x + b*y == g.

    Use when: a modular inverse or an integer solution of a*x + b*y = c is needed.
    Complexity: O(log min(|a|, |b|)) divisions.
    Source: Euclid; Knuth, The Art of Computer Programming vol. 2, 4.5.2, algorithm X.
    """
    old, new = (a, 1, 0), (b, 0, 1)
    while new[0]:
        quotient = old[0] // new[0]
        old, new = new, tuple(p - quotient * q for p, q in zip(old, new, strict=True))
    g, x, y = old
    return (g, x, y) if g >= 0 else (-g, -x, -y)


EXAMPLES = [((240, 46), (2, -9, 47)), ((0, 0), (0, 1, 0)), ((-6, 0), (6, -1, 0)), ((17, 5), (1, -2, 7))]


def inputs(random):
    for _ in range(200):
        yield random.randint(-500, 500), random.randint(-500, 500)


def property_is_a_combination(result, a, b):
    g, x, y = result
    return a * x + b * y == g


def property_is_the_greatest_common_divisor(result, a, b):
    shared = [d for d in range(1, 501) if a % d == b % d == 0]
    return result[0] == (shared[-1] if a or b else 0)
