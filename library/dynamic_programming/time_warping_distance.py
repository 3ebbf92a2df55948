def time_warping_distance(first: list[float], second: list[float]) -> float:
    """Return the least sum of differences when two series are matched in order, values repeated as needed.

    Use when: series of different tempo, such as speech or gestures, are compared. Two empty series give 0.
    Complexity: O(len(first) * len(second)) time, O(len(second)) memory.
    Source: Sakoe and Chiba 1978 (doi:10.1109/TASSP.1978.1163055), without a window.
    """
    if bool(first) != bool(second):
        raise ValueError("an empty series matches an empty one only")
    infinity = float("inf")
    above = [0.0] + [infinity] * len(second)
    for a in first:
        row = [infinity]
        for j, b in enumerate(second, 1):
            row.append(abs(a - b) + min(above[j - 1], above[j], row[-1]))
        above = row
    return above[-1]


EXAMPLES = [
    (([1.0, 2.0, 3.0], [1.0, 2.0, 2.0, 3.0]), 0.0),
    (([], []), 0.0),
    (([0.0], [1.0, 2.0]), 3.0),
    (([1.0, 5.0], [1.0, 4.0]), 1.0),
]
REFUSED = [([], [1.0])]


def inputs(random):
    for _ in range(80):
        yield tuple([random.randint(0, 9) / 2 for _ in range(random.randint(1, 4))] for _ in range(2))


def oracle(first, second):
    def walk(i, j):
        here = abs(first[i] - second[j])
        before = [walk(a, b) for a, b in ((i - 1, j), (i, j - 1), (i - 1, j - 1)) if a >= 0 and b >= 0]
        return here + min(before, default=0.0)

    return walk(len(first) - 1, len(second) - 1)
