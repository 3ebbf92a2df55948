from math import fsum


def least_squares_line(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Fit y = intercept + slope * x with the least sum of squared errors; returns (intercept, slope).

    Use when: a linear trend is estimated.
    Complexity: O(n).
    Source: Gauss, Legendre 1805; computed about the means.
    """
    if len(xs) != len(ys) or len(set(xs)) < 2:
        raise ValueError("as many y as x, and at least two different x, were expected")
    x_mean, y_mean = fsum(xs) / len(xs), fsum(ys) / len(ys)
    slope = fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / fsum((x - x_mean) ** 2 for x in xs)
    return y_mean - slope * x_mean, slope


EXAMPLES = [
    (([0.0, 1.0, 2.0], [1.0, 3.0, 5.0]), (1.0, 2.0)),
    (([1.0, 2.0], [3.0, 3.0]), (3.0, 0.0)),
    (([0.0, 1.0, 2.0], [0.0, 0.0, 3.0]), (-0.5, 1.5)),
]
REFUSED = [([1.0], [1.0]), ([1.0, 1.0], [1.0, 2.0]), ([1.0, 2.0], [1.0])]


def inputs(random):
    for _ in range(120):
        n = random.randint(2, 8)
        yield [float(x) for x in random.sample(range(-9, 10), n)], [random.randint(-20, 20) / 2 for _ in range(n)]


def property_errors_are_orthogonal(result, xs, ys):
    errors = [y - result[0] - result[1] * x for x, y in zip(xs, ys, strict=True)]
    return abs(sum(errors)) < 1e-8 and abs(sum(e * x for e, x in zip(errors, xs, strict=True))) < 1e-7
