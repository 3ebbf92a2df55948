from fractions import Fraction
from itertools import combinations
from math import comb


def permutation_test(first: list[int], second: list[int]) -> float:
    """Return the exact two-sided p-value of the difference of means over all ways to divide the pooled values.

    Use when: two small samples are compared without assumptions; up to about 10 values each.
    Complexity: O(C(n + m, n)).
    Source: Fisher 1935, Pitman 1937.
    """
    if not first or not second:
        raise ValueError("both samples need at least one value")
    pooled, size = first + second, len(first)
    total = sum(pooled)

    def distance(part: int) -> int:  # of the means, times both sizes
        return abs(part * len(pooled) - total * size)

    seen = distance(sum(first))
    return sum(distance(sum(part)) >= seen for part in combinations(pooled, size)) / comb(len(pooled), size)


EXAMPLES = [(([1, 2], [8, 9]), 0.3333333333333333), (([5], [5]), 1.0), (([0, 0, 0], [9, 9, 9]), 0.1)]
REFUSED = [([], [1]), ([1], [])]


def inputs(random):
    for _ in range(60):
        yield (
            [random.randint(0, 9) for _ in range(random.randint(1, 4))],
            [random.randint(0, 9) for _ in range(random.randint(1, 4))],
        )


def oracle(first, second):
    pooled = first + second

    def gap(chosen):
        one = [v for i, v in enumerate(pooled) if i in chosen]
        two = [v for i, v in enumerate(pooled) if i not in chosen]
        return abs(Fraction(sum(one), len(one)) - Fraction(sum(two), len(two)))

    splits = [
        {i for i in range(len(pooled)) if m >> i & 1} for m in range(1 << len(pooled)) if m.bit_count() == len(first)
    ]
    seen = gap(set(range(len(first))))
    return sum(gap(s) >= seen for s in splits) / len(splits)
