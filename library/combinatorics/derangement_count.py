from math import comb, factorial


def derangement_count(size: int) -> int:
    """Count the permutations that leave no element in its place.

    Use when: secret-gift draws or shuffles without fixed points are counted.
    Complexity: O(size).
    Source: de Montmort 1708: D(n) = n D(n-1) + (-1)^n.
    """
    if size < 0:
        raise ValueError(f"{size} is negative")
    count = 1
    for n in range(1, size + 1):
        count = n * count + (-1) ** n
    return count


EXAMPLES = [((0,), 1), ((1,), 0), ((4,), 9), ((10,), 1334961)]
REFUSED = [(-1,)]


def inputs(random):
    for size in range(30):
        yield (size,)


def oracle(size):
    return sum((-1) ** k * comb(size, k) * factorial(size - k) for k in range(size + 1))
