from math import isqrt


def sum_of_two_squares(number: int) -> list[tuple[int, int]]:
    """List all (a, b) with 0 <= a <= b and a*a + b*b == number, smallest a first.

    Use when: lattice points at a given distance or integer right triangles are looked for.
    Complexity: O(sqrt(number)) steps.
    Source: two pointers closing in from 0 and the square root.
    """
    if number < 0:
        return []
    low, high, found = 0, isqrt(number), []
    while low <= high:
        excess = low * low + high * high - number
        if excess == 0:
            found.append((low, high))
        if excess <= 0:
            low += 1
        if excess >= 0:
            high -= 1
    return found


EXAMPLES = [((25,), [(0, 5), (3, 4)]), ((0,), [(0, 0)]), ((3,), []), ((50,), [(1, 7), (5, 5)]), ((-1,), [])]


def inputs(random):
    for number in range(-2, 200):
        yield (number,)


def oracle(number):
    return [(a, b) for a in range(15) for b in range(a, 15) if a * a + b * b == number]
