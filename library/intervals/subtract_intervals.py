def subtract_intervals(whole: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of disjoint half-open intervals after taking others away, which may overlap; sorted.

    Use when: free slots remain after bookings.
    Complexity: O(n log n + m log m + n m) at worst.
    Source: each piece is cut from the left.
    """
    holes = sorted(hole for hole in taken if hole[0] < hole[1])
    left = []
    for start, end in sorted(whole):
        for low, high in holes:
            if low >= end:
                break
            if low > start:
                left.append((start, low))
            start = max(start, high)
        if start < end:
            left.append((start, end))
    return left


EXAMPLES = [
    (([(0, 10)], [(2, 4), (3, 6), (9, 12)]), [(0, 2), (6, 9)]),
    (([(1, 3)], []), [(1, 3)]),
    (([(1, 3)], [(0, 5)]), []),
    (([], [(1, 2)]), []),
]


def inputs(random):
    for _ in range(200):
        cuts = sorted(random.sample(range(20), 2 * random.randint(0, 4)))
        yield (
            list(zip(cuts[::2], cuts[1::2], strict=True)),
            [(a := random.randint(0, 18), a + random.randint(-1, 5)) for _ in range(random.randint(0, 5))],
        )


def property_holds_exactly_what_is_left(result, whole, taken):
    def inside(x, spans):
        return any(a <= x < b for a, b in spans)

    return all(inside(x, result) == (inside(x, whole) and not inside(x, taken)) for x in range(25))


def property_is_sorted_without_empty_parts(result, whole, taken):
    return all(a < b for a, b in result) and all(p[1] <= q[0] for p, q in zip(result, result[1:], strict=False))
