def largest_drawdown(values: list[float]) -> tuple[float, int, int] | None:
    """Find the largest fall from a peak to a later value: (fall, place of peak, place of low), or None without a fall.

    Of equal falls the one that ends first; the peak is the earliest of that height.
    Use when: risk of a balance, price or metric is summarised.
    Complexity: O(n).
    Source: running maximum.
    """
    worst = None
    peak = 0
    for place, value in enumerate(values):
        if value > values[peak]:
            peak = place
        fall = values[peak] - value
        if fall > 0 and (worst is None or fall > worst[0]):
            worst = (fall, peak, place)
    return worst


EXAMPLES = [
    (([1.0, 5.0, 3.0, 6.0, 2.0],), (4.0, 3, 4)),
    (([1.0, 2.0],), None),
    (([],), None),
    (([3.0, 1.0, 3.0, 1.0],), (2.0, 0, 1)),
]


def inputs(random):
    for _ in range(200):
        yield ([float(random.randint(0, 9)) for _ in range(random.randint(0, 9))],)


def oracle(values):
    falls = [(values[i] - values[j], i, j) for j in range(len(values)) for i in range(j) if values[i] > values[j]]
    return min(falls, key=lambda f: (-f[0], f[2], f[1]), default=None)
