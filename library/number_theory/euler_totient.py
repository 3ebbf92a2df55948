def euler_totient(number: int) -> int:
    """Count the integers from 1 to number that share no factor with it.

    Use when: exponents are reduced by Euler's theorem, or reduced fractions are counted.
    Complexity: O(sqrt(number)) divisions.
    Source: Euler's product formula n * prod(1 - 1/p).
    """
    if number < 1:
        raise ValueError(f"{number} is not a positive integer")
    count, rest, factor = number, number, 2
    while factor * factor <= rest:
        if rest % factor == 0:
            count -= count // factor
            while rest % factor == 0:
                rest //= factor
        factor += 1
    return count - count // rest if rest > 1 else count


EXAMPLES = [((1,), 1), ((36,), 12), ((97,), 96), ((10,), 4)]
REFUSED = [(0,)]


def inputs(random):
    for number in range(1, 150):
        yield (number,)


def oracle(number):
    return sum(1 for k in range(1, number + 1) if not any(k % d == number % d == 0 for d in range(2, k + 1)))
