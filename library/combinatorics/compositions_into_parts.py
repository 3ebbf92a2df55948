from itertools import product


def compositions_into_parts(total: int, parts: int) -> list[tuple[int, ...]]:
    """List all ways to write a total as an ordered sum of non-negative parts, in dictionary order.

    Use when: budgets, dice faces or exponents are distributed over places (stars and bars).
    Complexity: O(parts * C(total + parts - 1, parts - 1)), the size of the answer.
    Source: Feller: places of bars among stars.
    """
    if total < 0 or parts < 0:
        raise ValueError("non-negative numbers were expected")
    tails: list[list[tuple[int, ...]]] = [[()]] + [[] for _ in range(total)]  # by their sum
    for _ in range(parts):
        tails = [[(first, *tail) for first in range(n + 1) for tail in tails[n - first]] for n in range(total + 1)]
    return tails[total]


EXAMPLES = [((2, 2), [(0, 2), (1, 1), (2, 0)]), ((0, 3), [(0, 0, 0)]), ((1, 0), []), ((0, 0), [()])]
REFUSED = [(-1, 2), (2, -1)]


def inputs(random):
    for total in range(6):
        for parts in range(5):
            yield total, parts


def oracle(total, parts):
    return [p for p in product(range(total + 1), repeat=parts) if sum(p) == total]
