def kolmogorov_smirnov(first: list[float], second: list[float]) -> float:
    """Return the largest distance between the distribution functions of two samples, 0 to 1.

    Use when: two samples are compared in their whole distribution.
    Complexity: O(n log n).
    Source: Smirnov 1939.
    """
    if not first or not second:
        raise ValueError("both samples need at least one value")
    one, two = sorted(first), sorted(second)
    i = j = 0
    largest = 0.0
    while i < len(one) and j < len(two):
        value = min(one[i], two[j])
        while i < len(one) and one[i] == value:
            i += 1
        while j < len(two) and two[j] == value:
            j += 1
        largest = max(largest, abs(i / len(one) - j / len(two)))
    return largest


EXAMPLES = [
    (([1.0, 2.0], [3.0, 4.0]), 1.0),
    (([1.0, 2.0], [1.0, 2.0]), 0.0),
    (([1.0, 2.0, 3.0], [2.0]), 0.3333333333333333),
]
REFUSED = [([], [1.0]), ([1.0], [])]


def inputs(random):
    for _ in range(150):
        yield (
            [float(random.randint(0, 6)) for _ in range(random.randint(1, 7))],
            [float(random.randint(0, 6)) for _ in range(random.randint(1, 7))],
        )


def oracle(first, second):
    return max(
        abs(sum(v <= x for v in first) / len(first) - sum(v <= x for v in second) / len(second)) for x in first + second
    )
