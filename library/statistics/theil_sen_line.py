from statistics import median


def theil_sen_line(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Fit a line that up to 29% of outliers cannot spoil: (intercept, slope) from medians.

    Use when: trends are estimated in data with gross errors.
    Complexity: O(n^2 log n).
    Source: Theil 1950, Sen 1968 (doi:10.1080/01621459.1968.10480934).
    """
    if len(xs) != len(ys) or len(set(xs)) < 2:
        raise ValueError("as many y as x, and at least two different x, were expected")
    points = list(zip(xs, ys, strict=True))
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(points) for b in points[:i] if a[0] != b[0]]
    slope = median(slopes)
    return median(y - slope * x for x, y in points), slope


EXAMPLES = [
    (([0.0, 1.0, 2.0, 3.0, 4.0], [1.0, 3.0, 5.0, 7.0, 99.0]), (1.0, 2.0)),
    (([1.0, 2.0], [3.0, 3.0]), (3.0, 0.0)),
    (([0.0, 2.0], [1.0, 0.0]), (1.0, -0.5)),
]
REFUSED = [([1.0], [1.0]), ([1.0, 1.0], [1.0, 2.0]), ([1.0, 2.0], [1.0])]


def inputs(random):
    for _ in range(100):
        n = random.randint(8, 10)
        a, b = random.randint(-5, 5), random.randint(-3, 3)
        ys = [float(a + b * x) for x in range(n)]
        for spoiled in random.sample(range(n), 2):
            ys[spoiled] += random.randint(-500, 500)
        yield [float(x) for x in range(n)], ys


def property_ignores_the_outliers(result, xs, ys):
    fits = sum(abs(y - result[0] - result[1] * x) < 1e-9 for x, y in zip(xs, ys, strict=True))
    return fits >= len(xs) - 2
