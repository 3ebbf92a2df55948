def smallest_factor_table(limit: int) -> list[int]:
    """Give the smallest prime factor of every number from 0 to limit - 1; 0 and 1 stand for themselves.

    Use when: all numbers of a range are to be factored, each then in O(log n) look-ups.
    Complexity: O(limit) time and memory.
    Source: the linear sieve of Gries and Misra 1978.
    """
    table = list(range(min(limit, 2))) + [0] * (limit - 2)
    primes: list[int] = []
    for number in range(2, limit):
        if table[number] == 0:
            table[number] = number
            primes.append(number)
        for prime in primes:
            if prime > table[number] or number * prime >= limit:
                break
            table[number * prime] = prime
    return table


EXAMPLES = [((10,), [0, 1, 2, 3, 2, 5, 2, 7, 2, 3]), ((0,), []), ((1,), [0]), ((2,), [0, 1])]


def inputs(random):
    for limit in range(80):
        yield (limit,)


def oracle(limit):
    return [next((d for d in range(2, n + 1) if n % d == 0), n) for n in range(limit)]
