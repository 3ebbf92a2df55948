def primes_below(limit: int) -> list[int]:
    """List all primes smaller than limit, in order.

    Use when: many primes up to some millions are needed at once.
    Complexity: O(limit log log limit) time, limit / 2 bytes.
    Source: the sieve of Eratosthenes over odd numbers.
    """
    if limit <= 2:
        return []
    half = limit // 2
    odd_is_prime = bytearray([1]) * half  # position i stands for 2 * i + 1; position 0 for the prime 2
    for i in range(1, half):
        prime = 2 * i + 1
        if prime * prime >= limit:
            break
        if odd_is_prime[i]:
            first = prime * prime // 2
            odd_is_prime[first::prime] = bytes(len(range(first, half, prime)))
    return [2] + [2 * i + 1 for i in range(1, half) if odd_is_prime[i]]


EXAMPLES = [((20,), [2, 3, 5, 7, 11, 13, 17, 19]), ((2,), []), ((3,), [2]), ((-5,), []), ((9,), [2, 3, 5, 7])]


def inputs(random):
    for limit in range(130):
        yield (limit,)


def oracle(limit):
    return [n for n in range(2, limit) if all(n % d for d in range(2, n))]
