def divisor_sums_below(limit: int) -> list[int]:
    """Sum the proper divisors of every number below limit: entry n is the sum for n, and entry 0 is 0.

    Use when: perfect, abundant or amicable numbers of a whole range are looked for.
    Complexity: O(limit log limit) additions.
    Source: a harmonic sieve: every d is added to its multiples.
    """
    sums = [0] * max(limit, 0)
    for divisor in range(1, limit // 2 + 1):
        for multiple in range(2 * divisor, limit, divisor):
            sums[multiple] += divisor
    return sums


EXAMPLES = [((7,), [0, 0, 1, 1, 3, 1, 6]), ((0,), []), ((1,), [0]), ((3,), [0, 0, 1])]


def inputs(random):
    for limit in range(60):
        yield (limit,)


def oracle(limit):
    return [sum(d for d in range(1, n) if n % d == 0) for n in range(limit)]
