from itertools import combinations
from math import comb


def combination_rank(chosen: list[int]) -> int:
    """Return the place of a set of different non-negative numbers among sets of its size, ordered by largest member.

    Use when: subsets are numbered densely whatever the size of the ground set, as in hash-free tables.
    Complexity: O(k) binomials.
    Source: the combinatorial number system, Lehmer; Knuth, TAOCP vol. 4A, 7.2.1.3.
    """
    ordered = sorted(chosen)
    if len(set(ordered)) < len(ordered) or (ordered and ordered[0] < 0):
        raise ValueError("different numbers from 0 were expected")
    return sum(comb(value, place) for place, value in enumerate(ordered, 1))


EXAMPLES = [(([0, 1, 2],), 0), (([0, 1, 3],), 1), (([],), 0), (([5],), 5), (([3, 1],), 4)]
REFUSED = [([1, 1],), ([-1, 2],)]


def inputs(random):
    for _ in range(150):
        yield (random.sample(range(8), random.randint(0, 4)),)


def oracle(chosen):
    sets = sorted(combinations(range(8), len(chosen)), key=lambda s: s[::-1])
    return sets.index(tuple(sorted(chosen)))
