def burst_balloons(values: list[int]) -> int:
    """Return the most points for removing all numbers, each scoring the product of itself and its current neighbours.

    A missing neighbour counts as 1.
    Use when: removal orders with interacting neighbours are optimised.
    Complexity: O(n^3).
    Source: interval dynamic programming on which number goes last.
    """
    padded = [1, *values, 1]
    size = len(padded)
    best = [[0] * size for _ in range(size)]
    for gap in range(2, size):
        for left in range(size - gap):
            right = left + gap
            frame = padded[left] * padded[right]
            best[left][right] = max(best[left][k] + frame * padded[k] + best[k][right] for k in range(left + 1, right))
    return best[0][-1]


EXAMPLES = [(([3, 1, 5, 8],), 167), (([],), 0), (([7],), 7), (([1, 5],), 10)]


def inputs(random):
    for _ in range(80):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 5))],)


def oracle(values):
    row = [1, *values, 1]
    return max(
        (row[i - 1] * row[i] * row[i + 1] + oracle(values[: i - 1] + values[i:]) for i in range(1, len(row) - 1)),
        default=0,
    )
