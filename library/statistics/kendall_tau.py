from collections import Counter
from math import comb, sqrt


def kendall_tau(first: list[float], second: list[float]) -> float:
    """Return Kendall's tau-b: agreement of two rankings by pairs, corrected for ties; NaN where one does not vary.

    Use when: short rankings with ties are compared.
    Complexity: O(n^2).
    Source: Kendall 1945 (doi:10.1093/biomet/33.3.239).
    """
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("two samples of the same size of at least 2 were expected")
    agreement = first_differs = second_differs = 0
    for i in range(len(first)):
        for j in range(i):
            a = (first[i] > first[j]) - (first[i] < first[j])
            b = (second[i] > second[j]) - (second[i] < second[j])
            agreement += a * b
            first_differs += a != 0
            second_differs += b != 0
    scale = sqrt(first_differs * second_differs)
    return agreement / scale if scale else float("nan")


EXAMPLES = [
    (([1.0, 2.0, 3.0], [1.0, 3.0, 2.0]), 0.3333333333333333),
    (([1.0, 2.0], [2.0, 1.0]), -1.0),
    (([1.0, 1.0, 2.0], [1.0, 2.0, 3.0]), 0.816496580927726),
]
REFUSED = [([1.0], [1.0]), ([1.0, 2.0], [1.0])]


def inputs(random):
    for _ in range(150):
        n = random.randint(2, 8)
        yield [float(random.randint(0, 4)) for _ in range(n)], [float(random.randint(0, 4)) for _ in range(n)]


def oracle(first, second):
    pairs = [
        (p, q) for i, p in enumerate(zip(first, second, strict=True)) for q in list(zip(first, second, strict=True))[:i]
    ]
    concordant = sum((p[0] - q[0]) * (p[1] - q[1]) > 0 for p, q in pairs)
    discordant = sum((p[0] - q[0]) * (p[1] - q[1]) < 0 for p, q in pairs)
    total = comb(len(first), 2)
    untied = [total - sum(comb(c, 2) for c in Counter(s).values()) for s in (first, second)]
    return (concordant - discordant) / (untied[0] * untied[1]) ** 0.5 if untied[0] * untied[1] else float("nan")
