def two_odd_ones_out(values: list[int]) -> tuple[int, int]:
    """Find the two different values that occur an odd number of times when all others occur an even number of times.

    Use when: unpaired entries are found in constant memory.
    Complexity: O(n).
    Source: the lowest bit in which the two differ divides all values into two groups.
    """
    mixed = 0
    for value in values:
        mixed ^= value
    if mixed == 0:
        raise ValueError("there are no two different values with odd counts")
    lowest = mixed & -mixed
    one = 0
    for value in values:
        if value & lowest:
            one ^= value
    return min(one, one ^ mixed), max(one, one ^ mixed)


EXAMPLES = [(([1, 2, 1, 3, 2, 5],), (3, 5)), (([-1, 0],), (-1, 0)), (([4, 4, 4, 9],), (4, 9))]
REFUSED = [([],), ([2, 2],)]


def inputs(random):
    for _ in range(200):
        pool = random.sample(range(-20, 20), random.randint(2, 6))
        values = pool[:2] + [v for v in pool for _ in range(2)]
        random.shuffle(values)
        yield (values,)


def oracle(values):
    return tuple(sorted({v for v in values if values.count(v) % 2}))
