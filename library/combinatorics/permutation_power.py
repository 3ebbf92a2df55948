def permutation_power(permutation: list[int], exponent: int) -> list[int]:
    """Apply a permutation of 0..n-1 a number of times; negative exponents apply its inverse.

    Use when: shuffles or moves are repeated huge numbers of times.
    Complexity: O(n).
    Source: each cycle is shifted by the exponent modulo its length.
    """
    result = [-1] * len(permutation)
    for start in range(len(permutation)):
        if result[start] >= 0:
            continue
        cycle = [start]
        while permutation[cycle[-1]] != start:
            cycle.append(permutation[cycle[-1]])
            if len(cycle) > len(permutation):
                raise ValueError(f"{permutation} is not a permutation")
        for at, member in enumerate(cycle):
            result[member] = cycle[(at + exponent) % len(cycle)]
    return result


EXAMPLES = [(([1, 2, 0], 2), [2, 0, 1]), (([1, 2, 0], -1), [2, 0, 1]), (([], 5), []), (([1, 0], 1000000), [0, 1])]
REFUSED = [([1, 1], 1)]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 7)
        yield random.sample(range(n), n), random.randint(-12, 12)


def oracle(permutation, exponent):
    step = permutation if exponent >= 0 else [permutation.index(i) for i in range(len(permutation))]
    result = list(range(len(permutation)))
    for _ in range(abs(exponent)):
        result = [step[r] for r in result]
    return result
