from math import comb, factorial


def stirling_second_kind(size: int, groups: int) -> int:
    """Count the ways to divide a set into a number of unordered non-empty groups.

    Use when: surjections or divisions into teams are counted.
    Complexity: O(groups) powers.
    Source: inclusion and exclusion; Graham, Knuth and Patashnik, 6.1.
    """
    if size < 0 or groups < 0:
        raise ValueError("non-negative numbers were expected")
    signed = (comb(groups, left) * (-1) ** left * (groups - left) ** size for left in range(groups + 1))
    return sum(signed) // factorial(groups)


EXAMPLES = [((4, 2), 7), ((0, 0), 1), ((3, 0), 0), ((3, 5), 0), ((5, 5), 1)]
REFUSED = [(-1, 0), (0, -1)]


def inputs(random):
    for size in range(9):
        for groups in range(9):
            yield size, groups


def oracle(size, groups):
    if size == groups:
        return 1
    if groups == 0 or groups > size:
        return 0
    return oracle(size - 1, groups - 1) + groups * oracle(size - 1, groups)
