from itertools import permutations


def stirling_first_kind(size: int, cycles: int) -> int:
    """Count the permutations of a set that have a given number of cycles (unsigned).

    Use when: cycle structures or rising factorials are expanded.
    Complexity: O(size * cycles).
    Source: coefficients of x (x + 1) … (x + size - 1); Graham, Knuth and Patashnik, 6.1.
    """
    if size < 0 or cycles < 0:
        raise ValueError("non-negative numbers were expected")
    counts = [1] + [0] * cycles
    for n in range(size):
        counts = [n * same + fewer for same, fewer in zip(counts, [0, *counts], strict=False)]
    return counts[cycles]


EXAMPLES = [((4, 2), 11), ((0, 0), 1), ((3, 0), 0), ((2, 5), 0), ((5, 5), 1)]
REFUSED = [(-1, 0), (0, -1)]


def inputs(random):
    for size in range(6):
        for cycles in range(7):
            yield size, cycles


def oracle(size, cycles):
    def count(p):
        seen, found = set(), 0
        for start in p:
            found += start not in seen
            while start not in seen:
                seen.add(start)
                start = p[start]
        return found

    return sum(count(p) == cycles for p in permutations(range(size)))
