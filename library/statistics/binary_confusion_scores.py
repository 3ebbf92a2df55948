import statistics


def binary_confusion_scores(truth: list[bool], predicted: list[bool]) -> dict[str, float]:
    """Return precision, recall, F1, accuracy and Matthews correlation of predictions; NaN where undefined.

    Use when: classifiers are compared, also on unbalanced classes.
    Complexity: O(n).
    Source: van Rijsbergen 1979; Matthews 1975 (doi:10.1016/0005-2795(75)90109-9).
    """
    if len(truth) != len(predicted):
        raise ValueError(f"{len(truth)} labels for {len(predicted)} predictions")
    pairs = list(zip(map(bool, truth), map(bool, predicted), strict=True))
    hits, misses = pairs.count((True, True)), pairs.count((True, False))
    alarms, passes = pairs.count((False, True)), pairs.count((False, False))

    def ratio(part: float, whole: float) -> float:
        return part / whole if whole else float("nan")

    product = (hits + alarms) * (hits + misses) * (passes + alarms) * (passes + misses)
    return {
        "precision": ratio(hits, hits + alarms),
        "recall": ratio(hits, hits + misses),
        "f1": ratio(2 * hits, 2 * hits + alarms + misses),
        "accuracy": ratio(hits + passes, len(pairs)),
        "matthews": ratio(hits * passes - alarms * misses, product**0.5),
    }


EXAMPLES = [
    (
        ([True, True, False, False], [True, False, False, False]),
        {"precision": 1.0, "recall": 0.5, "f1": 0.6666666666666666, "accuracy": 0.75, "matthews": 0.5773502691896258},
    ),
    (([True, False], [True, False]), {"precision": 1.0, "recall": 1.0, "f1": 1.0, "accuracy": 1.0, "matthews": 1.0}),
    (([True, False], [False, True]), {"precision": 0.0, "recall": 0.0, "f1": 0.0, "accuracy": 0.0, "matthews": -1.0}),
]
REFUSED = [([True], [])]


def inputs(random):
    for _ in range(150):
        n = random.randint(1, 9)
        yield random.choices([True, False], k=n), random.choices([True, False], k=n)


def oracle(truth, predicted):
    nan = float("nan")
    flagged = [t for t, p in zip(truth, predicted, strict=True) if p]
    caught = [p for t, p in zip(truth, predicted, strict=True) if t]
    precision = sum(flagged) / len(flagged) if flagged else nan
    recall = sum(caught) / len(caught) if caught else nan
    f1 = 2 * sum(flagged) / (len(flagged) + len(caught)) if flagged or caught else nan
    varied = len(set(truth)) == len(set(predicted)) == 2
    matthews = statistics.correlation([int(t) for t in truth], [int(p) for p in predicted]) if varied else nan
    accuracy = sum(t == p for t, p in zip(truth, predicted, strict=True)) / len(truth)
    return {"precision": precision, "recall": recall, "f1": f1, "accuracy": accuracy, "matthews": matthews}
