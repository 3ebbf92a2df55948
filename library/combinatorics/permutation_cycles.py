def permutation_cycles(permutation: list[int]) -> list[list[int]]:
    """Decompose a permutation of 0..n-1 into its cycles, each from its smallest member, by that member.

    Use when: order, parity or the effect of repeating a shuffle is studied.
    Complexity: O(n).
    Source: Cauchy's cycle notation; fixed points are cycles of one.
    """
    if sorted(permutation) != list(range(len(permutation))):
        raise ValueError(f"{permutation} is not a permutation of 0 to {len(permutation) - 1}")
    left = set(range(len(permutation)))
    cycles = []
    for start in range(len(permutation)):
        cycle = []
        while start in left:
            left.remove(start)
            cycle.append(start)
            start = permutation[start]
        if cycle:
            cycles.append(cycle)
    return cycles


EXAMPLES = [(([1, 2, 0, 3],), [[0, 1, 2], [3]]), (([],), []), (([1, 0],), [[0, 1]])]
REFUSED = [([0, 2],), ([0, 0],)]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 8)
        yield (random.sample(range(n), n),)


def property_the_cycles_are_the_permutation(result, permutation):
    again = [0] * len(permutation)
    for cycle in result:
        for a, b in zip(cycle, cycle[1:] + cycle[:1], strict=True):
            again[a] = b
    return again == permutation and sum(map(len, result)) == len(permutation)


def property_is_in_the_normal_form(result, permutation):
    return result == sorted(result) and all(c[0] == min(c) for c in result)
