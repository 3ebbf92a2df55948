def exponential_smoothing(values: list[float], weight: float) -> list[float]:
    """Smooth a series: each result is weight times the new value plus the rest of the result before.

    Use when: recent values should count more, with one number of memory.
    Complexity: O(n).
    Source: Brown 1956; the first result is the first value.
    """
    if not 0 < weight <= 1:
        raise ValueError(f"weight {weight} is not above 0 and at most 1")
    smoothed: list[float] = []
    for value in values:
        smoothed.append(smoothed[-1] + weight * (value - smoothed[-1]) if smoothed else value)
    return smoothed


EXAMPLES = [(([1.0, 3.0, 3.0], 0.5), [1.0, 2.0, 2.5]), (([], 0.5), []), (([4.0, 8.0], 1.0), [4.0, 8.0])]
REFUSED = [([1.0], 0.0), ([1.0], 1.5)]


def inputs(random):
    for _ in range(100):
        yield [float(random.randint(-9, 9)) for _ in range(random.randint(0, 8))], random.randint(1, 8) / 8


def oracle(values, weight):
    answer = []
    for n in range(len(values)):
        parts = [weight * (1 - weight) ** k * values[n - k] for k in range(n)]
        answer.append(sum(parts) + (1 - weight) ** n * values[0])
    return answer
