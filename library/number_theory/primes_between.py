from math import isqrt


def primes_between(low: int, high: int) -> list[int]:
    """List the primes p with low <= p <= high without sieving everything below low.

    Use when: a window of large numbers is needed, such as primes near 10^12.
    Complexity: O(sqrt(high) + (high - low) log log high) time, memory for the window and the root only.
    Source: the segmented sieve of Eratosthenes.
    """
    low = max(low, 2)
    if high < low:
        return []
    root = isqrt(high)
    small = bytearray([1]) * (root + 1)
    window = bytearray([1]) * (high - low + 1)
    for p in range(2, root + 1):
        if not small[p]:
            continue
        for multiple in range(p * p, root + 1, p):
            small[multiple] = 0
        first = max(p * p, -(-low // p) * p)
        window[first - low :: p] = bytes(len(range(first - low, len(window), p)))
    return [low + offset for offset, prime in enumerate(window) if prime]


EXAMPLES = [
    ((10, 30), [11, 13, 17, 19, 23, 29]),
    ((-3, 2), [2]),
    ((24, 28), []),
    ((30, 10), []),
    ((1000003, 1000003), [1000003]),
]


def inputs(random):
    for _ in range(100):
        low = random.randint(-10, 3000)
        yield low, low + random.randint(-5, 60)


def oracle(low, high):
    return [n for n in range(max(2, low), high + 1) if all(n % d for d in range(2, int(n**0.5) + 1))]
