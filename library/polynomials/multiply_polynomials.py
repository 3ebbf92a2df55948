def multiply_polynomials(first: list[int], second: list[int]) -> list[int]:
    """Multiply two polynomials given by coefficients, lowest power first; trailing zeros are dropped.

    Use when: long polynomials or convolutions of integers are multiplied exactly.
    Complexity: O(n^1.585).
    Source: Karatsuba and Ofman 1962.
    """
    product = _karatsuba(first, second)
    while product and product[-1] == 0:
        product.pop()
    return product


def _karatsuba(a: list[int], b: list[int]) -> list[int]:
    if min(len(a), len(b)) < 4:
        result = [0] * max(len(a) + len(b) - 1, 0)
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                result[i + j] += x * y
        return result
    half = max(len(a), len(b)) // 2
    low, high = _karatsuba(a[:half], b[:half]), _karatsuba(a[half:], b[half:])
    both = _karatsuba(_sum(a[:half], a[half:]), _sum(b[:half], b[half:]))
    middle = _sum(both, [-x for x in _sum(low, high)])
    return _sum(_sum(low, [0] * half + middle), [0] * 2 * half + high)


def _sum(a: list[int], b: list[int]) -> list[int]:
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return [x + y for x, y in zip(longer, shorter, strict=False)] + longer[len(shorter) :]


EXAMPLES = [
    (([1, 2], [3, 4]), [3, 10, 8]),
    (([], [1]), []),
    (([0, 0], [5]), []),
    (([1, 1, 1, 1, 1], [1, -1, 0, 0, 0]), [1, 0, 0, 0, 0, -1]),
]


def inputs(random):
    for _ in range(120):
        yield tuple([random.randint(-9, 9) for _ in range(random.randint(0, 14))] for _ in range(2))


def oracle(first, second):
    powers = {}
    for i, x in enumerate(first):
        for j, y in enumerate(second):
            powers[i + j] = powers.get(i + j, 0) + x * y
    degree = max((p for p, c in powers.items() if c), default=-1)
    return [powers[p] for p in range(degree + 1)]
