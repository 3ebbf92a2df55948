from itertools import islice, permutations
from math import factorial


def permutation_unrank(size: int, rank: int) -> list[int]:
    """Return the permutation of 0..size-1 at a place, from 0, in dictionary order.

    Use when: the millionth arrangement or a random one is made directly.
    Complexity: O(size^2).
    Source: digits of the rank in the factorial number system choose from what is left.
    """
    digits = []
    for base in range(1, size + 1):
        rank, digit = divmod(rank, base)
        digits.append(digit)
    if rank or size < 0:
        raise ValueError("the rank is not below the number of permutations")
    left = list(range(size))
    return [left.pop(digit) for digit in reversed(digits)]


EXAMPLES = [((3, 0), [0, 1, 2]), ((3, 5), [2, 1, 0]), ((0, 0), []), ((4, 10), [1, 3, 0, 2])]
REFUSED = [(3, 6), (2, -1), (0, 1)]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 6)
        yield n, random.randrange(factorial(n))


def oracle(size, rank):
    return list(next(islice(permutations(range(size)), rank, None)))
