def isotonic_regression(values: list[float]) -> list[float]:
    """Return the sequence that never falls and is nearest to the values in squared distance.

    Use when: calibration curves or dose responses are known to be monotone.
    Complexity: O(n).
    Source: pool adjacent violators, Ayer et al. 1955 (doi:10.1214/aoms/1177728423).
    """
    blocks: list[list[float]] = []  # [sum, size]
    for value in values:
        blocks.append([value, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            total, size = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += size
    return [total / size for total, size in blocks for _ in range(int(size))]


EXAMPLES = [(([1.0, 3.0, 2.0, 4.0],), [1.0, 2.5, 2.5, 4.0]), (([],), []), (([3.0, 2.0, 1.0],), [2.0, 2.0, 2.0])]


def inputs(random):
    for _ in range(150):
        yield ([float(random.randint(-6, 6)) for _ in range(random.randint(0, 8))],)


def oracle(values):
    # the min-max formula
    n = len(values)
    return [max(min(sum(values[a : b + 1]) / (b + 1 - a) for b in range(i, n)) for a in range(i + 1)) for i in range(n)]
