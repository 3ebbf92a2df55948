def runs_of_equal(items: list) -> list[tuple[object, int, int]]:
    """Describe runs of equal neighbours as (value, first position, length).

    Use when: plateaus, streaks or segments of a sequence are looked at with their places.
    Complexity: O(len(items)).
    Source: one pass that closes a run where the value changes.
    """
    runs: list[tuple[object, int, int]] = []
    for position, item in enumerate(items):
        if runs and runs[-1][0] == item:
            value, first, length = runs[-1]
            runs[-1] = (value, first, length + 1)
        else:
            runs.append((item, position, 1))
    return runs


EXAMPLES = [
    (([1, 1, 2, 1],), [(1, 0, 2), (2, 2, 1), (1, 3, 1)]),
    (([],), []),
    ((["a"],), [("a", 0, 1)]),
    (([0, 0, 0],), [(0, 0, 3)]),
]


def inputs(random):
    for _ in range(150):
        yield (random.choices([1, 2], k=random.randint(0, 10)),)


def property_lays_out_the_list(result, items):
    return [v for v, first, n in result for _ in range(n)] == items and all(items[f] == v for v, f, n in result)


def property_neighbours_differ(result, items):
    return all(a[0] != b[0] and a[1] + a[2] == b[1] for a, b in zip(result, result[1:], strict=False))
