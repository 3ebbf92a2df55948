def triples_with_sum(values: list[int], total: int) -> list[tuple[int, int, int]]:
    """List the different sorted triples of three list members that add up to total.

    Use when: three amounts must balance, or collinear and zero-sum triples are looked for.
    Complexity: O(n^2) after sorting.
    Source: fix the smallest member and close in with two pointers.
    """
    ordered, found = sorted(values), []
    for first in range(len(ordered) - 2):
        if first and ordered[first] == ordered[first - 1]:
            continue
        low, high = first + 1, len(ordered) - 1
        while low < high:
            rest = total - ordered[first] - ordered[low] - ordered[high]
            if rest == 0 and (low == first + 1 or ordered[low] != ordered[low - 1]):
                found.append((ordered[first], ordered[low], ordered[high]))
            if rest >= 0:
                low += 1
            else:
                high -= 1
    return found


EXAMPLES = [
    (([-1, 0, 1, 2, -1, -4], 0), [(-1, -1, 2), (-1, 0, 1)]),
    (([0, 0, 0, 0], 0), [(0, 0, 0)]),
    (([1, 2], 3), []),
    (([], 0), []),
]


def inputs(random):
    for _ in range(200):
        yield [random.randint(-4, 4) for _ in range(random.randint(0, 9))], random.randint(-4, 4)


def oracle(values, total):
    n = len(values)
    sets = {tuple(sorted((values[i], values[j], values[k]))) for i in range(n) for j in range(i) for k in range(j)}
    return sorted(t for t in sets if sum(t) == total)
