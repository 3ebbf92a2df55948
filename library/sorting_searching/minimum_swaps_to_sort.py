def minimum_swaps_to_sort(values: list[int]) -> int:
    """Return the fewest exchanges of two members that sort a list of different values.

    Use when: the cost of reordering by swaps is planned.
    Complexity: O(n log n).
    Source: a cycle of length c in the permutation takes c - 1 swaps.
    """
    if len(set(values)) < len(values):
        raise ValueError("a value occurs twice")
    target = {value: place for place, value in enumerate(sorted(values))}
    seen = [False] * len(values)
    swaps = 0
    for start in range(len(values)):
        place = start
        while not seen[place]:
            seen[place] = True
            place = target[values[place]]
            swaps += place != start
    return swaps


EXAMPLES = [(([4, 3, 2, 1],), 2), (([],), 0), (([2, 3, 1],), 2), (([1, 2],), 0)]
REFUSED = [([1, 1],)]


def inputs(random):
    for _ in range(40):
        yield (random.sample(range(20), random.randint(0, 5)),)


def oracle(values):
    goal, frontier, steps = tuple(sorted(values)), {tuple(values)}, 0
    while goal not in frontier:
        steps += 1
        frontier = {_swapped(v, i, j) for v in frontier for j in range(len(v)) for i in range(j)}
    return steps


def _swapped(values, i, j):
    changed = list(values)
    changed[i], changed[j] = changed[j], changed[i]
    return tuple(changed)
