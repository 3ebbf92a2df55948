def split_evenly(items: list, parts: int) -> list[list]:
    """Cut a list into a number of consecutive parts whose lengths differ by at most one, longer ones first.

    Use when: work, pages or records are dealt to a fixed number of workers in order.
    Complexity: O(len(items)).
    Source: quotient and remainder; the first len % parts get one more.
    """
    if parts < 1:
        raise ValueError(f"{parts} parts cannot be made")
    size, longer = divmod(len(items), parts)
    cuts = [i * size + min(i, longer) for i in range(parts + 1)]
    return [items[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]


EXAMPLES = [
    (([1, 2, 3, 4, 5], 2), [[1, 2, 3], [4, 5]]),
    (([], 2), [[], []]),
    (([1], 3), [[1], [], []]),
    (([1, 2, 3], 3), [[1], [2], [3]]),
]
REFUSED = [([1], 0)]


def inputs(random):
    for _ in range(150):
        yield list(range(random.randint(0, 20))), random.randint(1, 8)


def property_joins_back_into_that_many_parts(result, items, parts):
    return len(result) == parts and [x for part in result for x in part] == items


def property_lengths_fall_by_one_at_most(result, items, parts):
    sizes = [len(p) for p in result]
    return sizes == sorted(sizes, reverse=True) and sizes[0] - sizes[-1] <= 1
