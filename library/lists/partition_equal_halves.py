from itertools import accumulate


def partition_equal_halves(values: list[int]) -> list[int]:
    """List every position where the sum of what stands before equals the sum of what stands after it.

    Use when: balance points of weights or charges are looked for; the member itself counts on neither side.
    Complexity: O(n).
    Source: total minus prefix sums.
    """
    total = sum(values)
    prefixes = accumulate(values, initial=0)
    return [i for i, (before, value) in enumerate(zip(prefixes, values, strict=False)) if 2 * before + value == total]


EXAMPLES = [(([-7, 1, 5, 2, -4, 3, 0],), [3, 6]), (([],), []), (([4],), [0]), (([0, 0],), [0, 1]), (([1, 2],), [])]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(-2, 2) for _ in range(random.randint(0, 9))],)


def oracle(values):
    return [i for i in range(len(values)) if sum(values[:i]) == sum(values[i + 1 :])]
