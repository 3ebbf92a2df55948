from itertools import accumulate


def counting_sort(records: list[tuple[int, str]], keys: int) -> list[tuple[int, str]]:
    """Sort (key, payload) records by keys from 0 to keys - 1 in linear time, stably.

    Use when: there are many records and few different small keys, as for grades, bytes or ages.
    Complexity: O(n + keys).
    Source: Seward 1954; Knuth, TAOCP vol. 3, 5.2, algorithm D.
    """
    counts = [0] * keys
    for key, _ in records:
        if not 0 <= key < keys:
            raise ValueError(f"key {key} is not in 0 to {keys - 1}")
        counts[key] += 1
    starts = [end - count for end, count in zip(accumulate(counts), counts, strict=True)]
    ordered: list = [None] * len(records)
    for record in records:
        ordered[starts[record[0]]] = record
        starts[record[0]] += 1
    return ordered


EXAMPLES = [
    (([(2, "x"), (0, "y"), (2, "a")], 3), [(0, "y"), (2, "x"), (2, "a")]),
    (([], 0), []),
    (([(0, "p")], 1), [(0, "p")]),
]
REFUSED = [([(3, "x")], 3), ([(-1, "x")], 3)]


def inputs(random):
    for _ in range(150):
        yield [(random.randint(0, 4), random.choice("abc")) for _ in range(random.randint(0, 12))], 5


def oracle(records, keys):
    return sorted(records, key=lambda r: r[0])
