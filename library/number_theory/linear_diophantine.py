def linear_diophantine(a: int, b: int, total: int) -> tuple[int, int] | None:
    """Find non-negative integers (x, y) with a*x + b*y == total and the smallest x, or None. a and b are positive.

    Use when: an amount must be made of two sizes, such as coins, stamps or boxes.
    Complexity: O(log min(a, b)) divisions.
    Source: Bezout's identity and reduction of x modulo b / gcd(a, b).
    """
    if a < 1 or b < 1:
        raise ValueError("positive sizes were expected")
    shared, left, coefficient, following = a, b, 1, 0
    while left:
        quotient = shared // left
        shared, left = left, shared - quotient * left
        coefficient, following = following, coefficient - quotient * following
    if total < 0 or total % shared:
        return None
    x = coefficient * (total // shared) % (b // shared)
    rest = total - a * x
    return (x, rest // b) if rest >= 0 else None


EXAMPLES = [((3, 5, 11), (2, 1)), ((6, 9, 20), None), ((4, 7, 17), None), ((2, 3, 0), (0, 0)), ((5, 5, 15), (0, 3))]
REFUSED = [(0, 3, 6), (2, -1, 4)]


def inputs(random):
    for _ in range(200):
        yield random.randint(1, 15), random.randint(1, 15), random.randint(-5, 120)


def oracle(a, b, total):
    fits = (
        (x, (total - a * x) // b) for x in range(max(total, 0) // a + 1) if total >= a * x and (total - a * x) % b == 0
    )
    return next(fits, None)
