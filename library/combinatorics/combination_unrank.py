from itertools import combinations
from math import comb


def combination_unrank(size: int, rank: int) -> list[int]:
    """Return the rising set of size numbers from 0 that stands at a place, from 0, ordered by largest member.

    Use when: the n-th subset, or a random one, is made directly.
    Complexity: O(size log rank) binomials.
    Source: the combinatorial number system: the largest binomial that fits gives the largest member.
    """
    if size < 0 or rank < 0 or (size == 0 and rank):
        raise ValueError(f"there is no set of {size} numbers at {rank}")
    chosen = []
    for place in range(size, 0, -1):
        high = place
        while comb(high, place) <= rank:
            high *= 2
        low = place - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if comb(middle, place) <= rank else (low, middle)
        chosen.append(low)
        rank -= comb(low, place)
    return chosen[::-1]


EXAMPLES = [((3, 0), [0, 1, 2]), ((3, 1), [0, 1, 3]), ((1, 5), [5]), ((0, 0), []), ((2, 4), [1, 3])]
REFUSED = [(0, 1), (2, -1), (-1, 0)]


def inputs(random):
    for _ in range(150):
        size = random.randint(1, 4)
        yield size, random.randrange(comb(8, size))


def oracle(size, rank):
    return list(sorted(combinations(range(8), size), key=lambda s: s[::-1])[rank])
