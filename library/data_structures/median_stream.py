import statistics
from heapq import heappush, heappushpop


def median_stream(values: list[int]) -> list[float]:
    """Give the median of all values so far after each value.

    Use when: a running median over everything seen is shown.
    Complexity: O(log n) a value.
    Source: two heaps, the lower half and the upper half.
    """
    lower: list[int] = []  # negated, so that the largest comes first
    upper: list[int] = []
    medians = []
    for value in values:
        if len(lower) == len(upper):
            heappush(lower, -heappushpop(upper, value))
            medians.append(float(-lower[0]))
        else:
            heappush(upper, -heappushpop(lower, -value))
            medians.append((upper[0] - lower[0]) / 2)
    return medians


EXAMPLES = [(([5, 2, 8, 1],), [5.0, 3.5, 5.0, 3.5]), (([],), []), (([7],), [7.0]), (([-1, -1],), [-1.0, -1.0])]


def inputs(random):
    for _ in range(120):
        yield ([random.randint(-9, 9) for _ in range(random.randint(0, 12))],)


def oracle(values):
    return [float(statistics.median(values[:n])) for n in range(1, len(values) + 1)]
