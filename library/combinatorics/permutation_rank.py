from itertools import permutations


def permutation_rank(permutation: list[int]) -> int:
    """Return the place, from 0, of a permutation of 0..n-1 among all in dictionary order.

    Use when: permutations are stored as numbers or used as table indices.
    Complexity: O(n^2).
    Source: the Lehmer code in the factorial number system; Knuth, TAOCP vol. 4A, 7.2.1.2.
    """
    if sorted(permutation) != list(range(len(permutation))):
        raise ValueError(f"{permutation} is not a permutation of 0 to {len(permutation) - 1}")
    rank = 0
    for place, value in enumerate(permutation):
        smaller_later = sum(other < value for other in permutation[place + 1 :])
        rank = rank * (len(permutation) - place) + smaller_later
    return rank


EXAMPLES = [(([0, 1, 2],), 0), (([2, 1, 0],), 5), (([1, 0, 2],), 2), (([],), 0)]
REFUSED = [([1, 2],), ([0, 0],)]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 5)
        yield (random.sample(range(n), n),)


def oracle(permutation):
    return list(permutations(range(len(permutation)))).index(tuple(permutation))
