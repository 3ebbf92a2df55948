from collections import Counter


def least_frequently_used(capacity: int, requests: list[tuple[str, int | None]]) -> list[int | None]:
    """Run a cache that forgets the least used key, of those the one unused for longest: None as value looks up.

    Use when: caching by popularity is simulated. Look-ups of present keys and stores count as uses.
    Complexity: O(capacity) an eviction, O(1) otherwise.
    Source: Shah, Mitra and Matani 2010, without the constant-time lists.
    """
    if capacity < 1:
        raise ValueError(f"capacity {capacity} is below 1")
    values: dict[str, int] = {}
    uses: Counter[str] = Counter()
    last: dict[str, int] = {}
    answers: list[int | None] = []
    for time, (key, value) in enumerate(requests):
        if value is None:
            answers.append(values.get(key))
        if value is None and key not in values:
            continue
        if key not in values and len(values) == capacity:
            victim = min(values, key=lambda k: (uses[k], last[k]))
            del values[victim], uses[victim]
        if value is not None:
            values[key] = value
        uses[key] += 1
        last[key] = time
    return answers


EXAMPLES = [
    ((2, [("a", 1), ("b", 2), ("a", None), ("c", 3), ("b", None), ("a", None), ("c", None)]), [1, None, 1, 3]),
    ((1, []), []),
    ((1, [("x", 1), ("y", 2), ("x", None)]), [None]),
]
REFUSED = [(0, [])]


def inputs(random):
    for _ in range(120):
        yield (
            random.randint(1, 3),
            [
                (random.choice("abcd"), random.choice([None, random.randint(0, 9)]))
                for _ in range(random.randint(0, 16))
            ],
        )


def oracle(capacity, requests):
    answers, table = [], []  # [key, value, uses], the one used last at the end
    for key, value in requests:
        entry = next((e for e in table if e[0] == key), None)
        if value is None:
            answers.append(entry[1] if entry else None)
            if entry is None:
                continue
        if entry:
            table.remove(entry)
            table.append([key, entry[1] if value is None else value, entry[2] + 1])
        else:
            if len(table) == capacity:
                fewest = min(e[2] for e in table)
                table.remove(next(e for e in table if e[2] == fewest))
            table.append([key, value, 1])
    return answers
