def intersect_intervals(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what two sorted lists of disjoint half-open intervals have in common.

    Use when: common free times or overlapping coverage are found.
    Complexity: O(n + m).
    Source: two pointers; whichever ends first moves on.
    """
    common, i, j = [], 0, 0
    while i < len(first) and j < len(second):
        start, end = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if start < end:
            common.append((start, end))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return common


EXAMPLES = [(([(0, 5), (8, 12)], [(3, 9)]), [(3, 5), (8, 9)]), (([], [(1, 2)]), []), (([(1, 2)], [(2, 3)]), [])]


def inputs(random):
    def disjoint():
        cuts = sorted(random.sample(range(20), 2 * random.randint(0, 4)))
        return list(zip(cuts[::2], cuts[1::2], strict=True))

    for _ in range(200):
        yield disjoint(), disjoint()


def property_holds_exactly_the_common_points(result, first, second):
    def inside(x, spans):
        return any(a <= x < b for a, b in spans)

    return all(inside(x, result) == (inside(x, first) and inside(x, second)) for x in range(21))


def property_is_sorted_without_empty_parts(result, first, second):
    return all(a < b for a, b in result) and all(p[1] <= q[0] for p, q in zip(result, result[1:], strict=False))
