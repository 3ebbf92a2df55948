from itertools import combinations
from math import comb


def hypergeometric_tail(population: int, marked: int, drawn: int, found: int) -> float:
    """Return the chance of at least found marked items among drawn ones, taken without replacement.

    Use when: enrichment, card hands or quality samples are judged; this is Fisher's one-sided exact test.
    Complexity: O(drawn).
    Source: Fisher 1935.
    """
    if not (0 <= marked <= population and 0 <= drawn <= population):
        raise ValueError("marked and drawn must lie within the population")
    ways = sum(
        comb(marked, k) * comb(population - marked, drawn - k) for k in range(max(found, 0), min(marked, drawn) + 1)
    )
    return ways / comb(population, drawn)


EXAMPLES = [
    ((52, 4, 5, 1), 0.34115800166220333),
    ((10, 3, 2, 0), 1.0),
    ((10, 3, 2, 3), 0.0),
    ((4, 2, 2, 2), 0.16666666666666666),
]
REFUSED = [(5, 6, 1, 0), (5, 1, 6, 0), (5, -1, 2, 0)]


def inputs(random):
    for _ in range(120):
        n = random.randint(0, 9)
        yield n, random.randint(0, n), random.randint(0, n), random.randint(-1, 6)


def oracle(population, marked, drawn, found):
    hands = [sum(card < marked for card in hand) for hand in combinations(range(population), drawn)]
    return sum(h >= found for h in hands) / len(hands)
