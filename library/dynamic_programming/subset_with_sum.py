def subset_with_sum(values: list[int], total: int) -> list[int] | None:
    """Find places of members that add up to total, negative numbers allowed, or None. Fewest members first.

    Of equally small subsets the one with the smallest places.
    Use when: a balance must be matched by some of many entries.
    Complexity: O(members * different sums).
    Source: reachable sums, each with its best subset.
    """
    found: dict[int, tuple[int, ...]] = {0: ()}
    for place, value in enumerate(values):
        for reached, subset in list(found.items()):
            longer = (*subset, place)
            known = found.get(reached + value)
            if known is None or (len(longer), longer) < (len(known), known):
                found[reached + value] = longer
    return list(found[total]) if total in found else None


EXAMPLES = [(([3, 34, 4, 12, 5, 2], 9), [2, 4]), (([1, 2], 7), None), (([], 0), []), (([-3, 5, 1], -2), [0, 2])]


def inputs(random):
    for _ in range(150):
        yield [random.randint(-5, 9) for _ in range(random.randint(0, 8))], random.randint(-4, 20)


def oracle(values, total):
    n = len(values)
    sets = [[i for i in range(n) if m >> i & 1] for m in range(1 << n)]
    return min((s for s in sets if sum(values[i] for i in s) == total), key=lambda s: (len(s), s), default=None)
