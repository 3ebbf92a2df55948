def shell_sort(values: list[int]) -> list[int]:
    """Sort by insertion over shrinking gaps: short code, no recursion, good up to some thousands of values.

    Use when: a simple in-place sort is wanted on small systems.
    Complexity: about O(n^1.3) in practice for these gaps.
    Source: Shell 1959; gaps of Ciura 2001 (doi:10.1007/3-540-44669-9_12).
    """
    ordered = list(values)
    for gap in (701, 301, 132, 57, 23, 10, 4, 1):
        for place in range(gap, len(ordered)):
            moving, hole = ordered[place], place
            while hole >= gap and ordered[hole - gap] > moving:
                ordered[hole] = ordered[hole - gap]
                hole -= gap
            ordered[hole] = moving
    return ordered


EXAMPLES = [(([5, 1, 4, 2],), [1, 2, 4, 5]), (([],), []), (([2, 2, 1],), [1, 2, 2]), (([-3, 7, -9],), [-9, -3, 7])]


def inputs(random):
    for _ in range(100):
        yield ([random.randint(-50, 50) for _ in range(random.randint(0, 70))],)


def oracle(values):
    return sorted(values)
