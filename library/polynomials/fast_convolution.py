from cmath import exp, pi


def fast_convolution(first: list[int], second: list[int]) -> list[int]:
    """Return all sums of first[i] * second[k - i] by the fast Fourier transform, rounded to integers.

    Use when: long integer sequences of moderate size are convolved (sums below about 10^13).
    Complexity: O(n log n).
    Source: Cooley and Tukey 1965 (doi:10.1090/S0025-5718-1965-0178586-1).
    """
    if not first or not second:
        return []
    length = len(first) + len(second) - 1
    size = 1 << (length - 1).bit_length()
    one, two = (_transform([complex(v) for v in values] + [0j] * (size - len(values)), 1) for values in (first, second))
    product = _transform([a * b for a, b in zip(one, two, strict=True)], -1)
    return [round(value.real / size) for value in product[:length]]


def _transform(values: list[complex], sign: int) -> list[complex]:
    size = len(values)
    if size == 1:
        return values
    even, odd = _transform(values[::2], sign), _transform(values[1::2], sign)
    turned = [exp(sign * 2j * pi * k / size) * value for k, value in enumerate(odd)]
    return [a + b for a, b in zip(even, turned, strict=True)] + [a - b for a, b in zip(even, turned, strict=True)]


EXAMPLES = [(([1, 2, 3], [0, 1]), [0, 1, 2, 3]), (([], [1]), []), (([5], [7]), [35]), (([1, -1], [1, 1]), [1, 0, -1])]


def inputs(random):
    for _ in range(80):
        yield tuple([random.randint(-999, 999) for _ in range(random.randint(0, 12))] for _ in range(2))


def oracle(first, second):
    n = len(first) + len(second) - 1 if first and second else 0
    return [sum(first[i] * second[k - i] for i in range(len(first)) if 0 <= k - i < len(second)) for k in range(n)]
