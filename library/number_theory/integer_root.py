def integer_root(number: int, degree: int) -> int:
    """Return the largest integer whose degree-th power does not exceed a non-negative number.

    Use when: exact roots of big integers are needed, where floats lose digits.
    Complexity: O(log(number) / degree) Newton steps at worst, few in practice.
    Source: Newton's method from above; Cohen, algorithm 1.7.1.
    """
    if number < 0 or degree < 1:
        raise ValueError(f"no root of degree {degree} of {number} is computed here")
    if number == 0:
        return 0
    guess = 1 << -(-number.bit_length() // degree)  # a power of two that is not too small
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


EXAMPLES = [
    ((27, 3), 3),
    ((26, 3), 2),
    ((0, 5), 0),
    ((1000000000000000000000000000000, 10), 1000),
    ((7, 1), 7),
    ((5, 9), 1),
]
REFUSED = [(-8, 3), (8, 0)]


def inputs(random):
    for _ in range(300):
        yield random.randint(0, 10 ** random.randint(1, 40)), random.randint(1, 12)


def property_is_the_floor_of_the_root(result, number, degree):
    return result**degree <= number < (result + 1) ** degree
