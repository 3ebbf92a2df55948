from collections import deque


def sliding_maxima(values: list[int], width: int) -> list[int]:
    """Give the largest value of every window of width neighbours; empty if the list is shorter.

    Use when: rolling peaks of long series are needed whatever the width.
    Complexity: O(len(values)), independent of width.
    Source: a queue of falling candidates (monotonic deque).
    """
    if width < 1:
        raise ValueError(f"width {width} is below 1")
    candidates: deque[int] = deque()  # positions, their values falling
    maxima = []
    for position, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(position)
        if candidates[0] <= position - width:
            candidates.popleft()
        if position >= width - 1:
            maxima.append(values[candidates[0]])
    return maxima


EXAMPLES = [(([1, 3, -1, -3, 5, 3], 3), [3, 3, 5, 5]), (([1], 2), []), (([4, 4], 1), [4, 4]), (([], 1), [])]
REFUSED = [([1], 0)]


def inputs(random):
    for _ in range(200):
        yield [random.randint(-5, 5) for _ in range(random.randint(0, 12))], random.randint(1, 5)


def oracle(values, width):
    return [max(values[i : i + width]) for i in range(len(values) - width + 1)]
