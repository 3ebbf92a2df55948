def area_under_roc(scores: list[float], truth: list[bool]) -> float:
    """Return the chance that a positive scores above a negative, ties counting half.

    Use when: scores are judged without choosing a threshold.
    Complexity: O(n log n).
    Source: Hanley and McNeil 1982 (doi:10.1148/radiology.143.1.7063747): the Mann-Whitney statistic.
    """
    positives = sum(map(bool, truth))
    negatives = len(truth) - positives
    if not positives or not negatives or len(scores) != len(truth):
        raise ValueError("a score for each label, and both labels, were expected")
    wins, below = 0.0, 0
    ordered = sorted(zip(scores, truth, strict=True), key=lambda pair: pair[0])
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        up = sum(bool(label) for _, label in ordered[start:end])
        down = end - start - up
        wins += up * (below + down / 2)
        below += down
        start = end
    return wins / (positives * negatives)


EXAMPLES = [
    (([0.1, 0.4, 0.35, 0.8], [False, False, True, True]), 0.75),
    (([1.0, 1.0], [True, False]), 0.5),
    (([0.9, 0.1], [False, True]), 0.0),
]
REFUSED = [([1.0], [True]), ([], []), ([1.0], [True, False])]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 8)
        yield [random.randint(0, 4) / 4 for _ in range(n + 2)], random.choices([True, False], k=n) + [True, False]


def oracle(scores, truth):
    ups = [s for s, t in zip(scores, truth, strict=True) if t]
    downs = [s for s, t in zip(scores, truth, strict=True) if not t]
    return sum((u > d) + (u == d) / 2 for u in ups for d in downs) / (len(ups) * len(downs))
