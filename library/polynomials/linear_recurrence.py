def linear_recurrence(values: list[int], prime: int) -> list[int]:
    """Find the shortest rule v[n] = c[0] v[n-1] + c[1] v[n-2] + … modulo a prime that a sequence follows.

    Use when: a formula for a sequence is guessed, or shift registers are reconstructed.
    Complexity: O(n^2).
    Source: Berlekamp 1968, Massey 1969 (doi:10.1109/TIT.1969.1054260).
    """
    rule: list[int] = []
    best: list[int] = []  # the rule before the last that grew
    failed_at, failed_by = -1, 1
    for n, value in enumerate(values):
        error = (value - sum(c * values[n - 1 - i] for i, c in enumerate(rule))) % prime
        if error == 0:
            continue
        if failed_at < 0:
            rule, best, failed_at, failed_by = [0] * (n + 1), [], n, error
            continue
        scale = error * pow(failed_by, -1, prime) % prime
        change = [0] * (n - failed_at - 1) + [scale] + [-scale * c % prime for c in best]
        size = max(len(rule), len(change))
        padded = [
            c + d for c, d in zip(rule + [0] * (size - len(rule)), change + [0] * (size - len(change)), strict=True)
        ]
        if n - len(rule) > failed_at - len(best):
            best, failed_at, failed_by = rule, n, error
        rule = [c % prime for c in padded]
    return rule


EXAMPLES = [
    (([0, 1, 1, 2, 3, 5, 8], 1000003), [1, 1]),
    (([2, 4, 8, 16], 101), [2]),
    (([], 7), []),
    (([0, 0, 0], 7), []),
]


def inputs(random):
    for _ in range(80):
        prime = random.choice([2, 3, 7, 101])
        order = random.randint(0, 4)
        rule = [random.randrange(prime) for _ in range(order)]
        values = [random.randrange(prime) for _ in range(order)]
        while len(values) < 12:
            values.append(sum(c * values[-1 - i] for i, c in enumerate(rule)) % prime)
        yield values, prime


def property_the_sequence_follows(result, values, prime):
    k = len(result)
    return all(
        (v - sum(c * values[n - 1 - i] for i, c in enumerate(result))) % prime == 0
        for n, v in enumerate(values)
        if n >= k
    )


def property_no_shorter_rule_does(result, values, prime):
    if prime > 3 or not result or len(result) > 5:
        return True
    rules = [[]]
    for _ in range(len(result) - 1):
        rules = rules + [r + [c] for r in rules for c in range(prime)]
    for rule in rules:
        if all(
            (v - sum(c * values[n - 1 - i] for i, c in enumerate(rule))) % prime == 0
            for n, v in enumerate(values)
            if n >= len(rule)
        ):
            return False
    return True
