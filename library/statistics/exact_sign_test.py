from itertools import product
from math import comb


def exact_sign_test(wins: int, losses: int) -> float:
    """Return the two-sided p-value of as uneven a split or more, if wins and losses were equally likely.

    Use when: paired outcomes are compared; on discordant pairs this is McNemar's exact test.
    Complexity: O(wins + losses).
    Source: McNemar 1947 (doi:10.1007/BF02295996) with binomial probabilities.
    """
    if wins < 0 or losses < 0:
        raise ValueError("a count is negative")
    total, fewer = wins + losses, min(wins, losses)
    tail = sum(comb(total, k) for k in range(fewer + 1))
    return min(1.0, 2 * tail / 2**total)


EXAMPLES = [((18, 0), 7.62939453125e-06), ((0, 0), 1.0), ((5, 5), 1.0), ((1, 7), 0.0703125)]
REFUSED = [(-1, 2)]


def inputs(random):
    for wins in range(7):
        for losses in range(7):
            yield wins, losses


def oracle(wins, losses):
    n = wins + losses
    outcomes = [sum(o) for o in product((0, 1), repeat=n)]
    return sum(abs(2 * o - n) >= abs(wins - losses) for o in outcomes) / len(outcomes)
