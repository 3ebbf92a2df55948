from bisect import bisect_right


def histogram_counts(values: list[float], edges: list[float]) -> list[int]:
    """Count values per bin between rising edges; bins hold their left edge, the last one its right edge, too.

    Values outside are not counted.
    Use when: distributions are binned with given, perhaps unequal, edges.
    Complexity: O(n log bins).
    Source: the convention of NumPy's histogram.
    """
    if len(edges) < 2 or any(a >= b for a, b in zip(edges, edges[1:], strict=False)):
        raise ValueError("at least two edges, each above the one before, were expected")
    counts = [0] * (len(edges) - 1)
    for value in values:
        if edges[0] <= value <= edges[-1]:
            counts[min(bisect_right(edges, value), len(counts)) - 1] += 1
    return counts


EXAMPLES = [
    (([1.0, 2.0, 2.5, 4.0], [1.0, 2.0, 4.0]), [1, 3]),
    (([], [0.0, 1.0]), [0]),
    (([-1.0, 9.0], [0.0, 1.0, 2.0]), [0, 0]),
]
REFUSED = [([1.0], [1.0]), ([1.0], [2.0, 1.0])]


def inputs(random):
    for _ in range(150):
        edges = sorted(random.sample(range(12), random.randint(2, 5)))
        yield [random.randint(-2, 26) / 2 for _ in range(random.randint(0, 10))], [float(e) for e in edges]


def oracle(values, edges):
    bins = list(zip(edges, edges[1:], strict=False))
    return [sum(a <= v < b or v == b == edges[-1] for v in values) for a, b in bins]
