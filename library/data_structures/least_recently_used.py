from collections import OrderedDict


def least_recently_used(capacity: int, requests: list[tuple[str, int | None]]) -> list[int | None]:
    """Run a cache that forgets what was unused for longest: (key, value) stores, (key, None) looks up.

    Returns the answer of each look-up, None for a miss. Looking up and storing both count as use.
    Use when: cache behaviour is simulated, or a bounded memory kept.
    Complexity: O(1) a request.
    Source: a hash table with a doubly linked list; Sleator and Tarjan 1985 (doi:10.1145/2786.2793).
    """
    if capacity < 1:
        raise ValueError(f"capacity {capacity} is below 1")
    cache: OrderedDict[str, int] = OrderedDict()
    answers = []
    for key, value in requests:
        if value is None:
            answers.append(cache.get(key))
            if key in cache:
                cache.move_to_end(key)
            continue
        cache[key] = value
        cache.move_to_end(key)
        if len(cache) > capacity:
            cache.popitem(last=False)
    return answers


EXAMPLES = [
    ((2, [("a", 1), ("b", 2), ("a", None), ("c", 3), ("b", None), ("a", None)]), [1, None, 1]),
    ((1, []), []),
    ((1, [("x", 1), ("x", 2), ("x", None)]), [2]),
]
REFUSED = [(0, [])]


def inputs(random):
    for _ in range(120):
        yield (
            random.randint(1, 3),
            [
                (random.choice("abcd"), random.choice([None, random.randint(0, 9)]))
                for _ in range(random.randint(0, 14))
            ],
        )


def oracle(capacity, requests):
    answers, used = [], []  # keys, the latest last
    values = {}
    for key, value in requests:
        known = key in used
        if value is None:
            answers.append(values[key] if known else None)
            if not known:
                continue
        else:
            values[key] = value
        used = [k for k in used if k != key] + [key]
        used = used[-capacity:]
    return answers
