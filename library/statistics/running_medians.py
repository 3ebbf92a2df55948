import statistics
from bisect import bisect_left, insort


def running_medians(values: list[float], width: int) -> list[float]:
    """Return the median of every window of width neighbours; none if the list is shorter.

    Use when: series are smoothed against spikes.
    Complexity: O(n * width) moves, O(n log width) comparisons.
    Source: a sorted window; Huang's running median in its simplest form.
    """
    if width < 1:
        raise ValueError(f"width {width} is below 1")
    window: list[float] = []
    medians = []
    for place, value in enumerate(values):
        insort(window, value)
        if len(window) > width:
            del window[bisect_left(window, values[place - width])]
        if len(window) == width:
            medians.append((window[(width - 1) // 2] + window[width // 2]) / 2)
    return medians


EXAMPLES = [
    (([1.0, 9.0, 2.0, 3.0], 3), [2.0, 3.0]),
    (([1.0], 2), []),
    (([4.0, 2.0], 2), [3.0]),
    (([5.0, 5.0], 1), [5.0, 5.0]),
]
REFUSED = [([1.0], 0)]


def inputs(random):
    for _ in range(150):
        yield [float(random.randint(0, 6)) for _ in range(random.randint(0, 10))], random.randint(1, 5)


def oracle(values, width):
    return [float(statistics.median(values[i : i + width])) for i in range(len(values) - width + 1)]
