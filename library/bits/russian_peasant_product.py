def russian_peasant_product(a: int, b: int) -> int:
    """Multiply two integers of any sign by halving, doubling and adding only.

    Use when: hardware or a number system offers no multiplication.
    Complexity: O(bits of b) additions.
    Source: the Rhind papyrus; Knuth, TAOCP vol. 2, 4.6.3.
    """
    if b < 0:
        a, b = -a, -b
    product = 0
    while b:
        if b & 1:
            product += a
        a += a
        b >>= 1
    return product


EXAMPLES = [((13, 11), 143), ((-3, 5), -15), ((0, 9), 0), ((-4, -6), 24)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-(10**6), 10**6), random.randint(-(10**6), 10**6)


def oracle(a, b):
    return a * b
