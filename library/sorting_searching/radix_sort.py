def radix_sort(values: list[int]) -> list[int]:
    """Sort integers, negative ones included, by their bytes from the least significant up.

    Use when: many integers of bounded size are sorted without comparisons.
    Complexity: O(n * b) for b bytes in the range of the values.
    Source: Hollerith's tabulator; Knuth, TAOCP vol. 3, 5.2.5.
    """
    if not values:
        return []
    lowest = min(values)
    ordered = [value - lowest for value in values]
    for shift in range(0, max(ordered).bit_length(), 8):
        buckets: list[list[int]] = [[] for _ in range(256)]
        for value in ordered:
            buckets[value >> shift & 255].append(value)
        ordered = [value for bucket in buckets for value in bucket]
    return [value + lowest for value in ordered]


EXAMPLES = [
    (([170, -45, 75, 1000000, 2],), [-45, 2, 75, 170, 1000000]),
    (([],), []),
    (([5, 5],), [5, 5]),
    (([-1, -300],), [-300, -1]),
]


def inputs(random):
    for _ in range(120):
        yield ([random.randint(-(10**5), 10**5) for _ in range(random.randint(0, 15))],)


def oracle(values):
    return sorted(values)
