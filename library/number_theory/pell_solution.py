from math import isqrt


def pell_solution(d: int) -> tuple[int, int]:
    """Find the smallest positive (x, y) with x*x - d*y*y == 1 for a d that is not a square.

    Use when: square roots are approximated by fractions, or quadratic equations in integers are solved.
    Complexity: O(sqrt(d) log d) steps of the continued fraction of sqrt(d).
    Source: Lagrange 1768; the period of the continued fraction.
    """
    root = isqrt(max(d, 0))
    if d < 2 or root * root == d:
        raise ValueError(f"{d} is not a positive number without a whole root")
    m, q, term = 0, 1, root
    x_before, x, y_before, y = 1, root, 0, 1
    while x * x - d * y * y != 1:
        m = q * term - m
        q = (d - m * m) // q
        term = (root + m) // q
        x_before, x = x, term * x + x_before
        y_before, y = y, term * y + y_before
    return x, y


EXAMPLES = [((2,), (3, 2)), ((7,), (8, 3)), ((61,), (1766319049, 226153980)), ((3,), (2, 1))]
REFUSED = [(4,), (0,), (-3,)]


def inputs(random):
    for d in range(2, 110):
        if isqrt(d) ** 2 != d:
            yield (d,)


def property_solves_the_equation(result, d):
    x, y = result
    return y > 0 and x * x - d * y * y == 1


def property_is_the_smallest(result, d):
    return not any(isqrt(d * y * y + 1) ** 2 == d * y * y + 1 for y in range(1, min(result[1], 2000)))
