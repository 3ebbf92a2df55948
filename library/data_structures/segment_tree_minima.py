def segment_tree_minima(values: list[int], operations: list[tuple[str, int, int]]) -> list[int]:
    """Run ("set", place, value) and ("min", start, end) on a list; returns the minima, end exclusive, range not empty.

    Use when: extremes of ranges are asked while values change.
    Complexity: O(log n) an operation.
    Source: the bottom-up segment tree; Bentley 1977.
    """
    size = len(values)
    tree = [0] * size + list(values)
    for node in range(size - 1, 0, -1):
        tree[node] = min(tree[2 * node], tree[2 * node + 1])
    answers = []
    for name, first, second in operations:
        if name == "set" and 0 <= first < size:
            node = first + size
            tree[node] = second
            while node > 1:
                node //= 2
                tree[node] = min(tree[2 * node], tree[2 * node + 1])
        elif name == "min" and 0 <= first < second <= size:
            low, high, parts = first + size, second + size, []
            while low < high:
                if low & 1:
                    parts.append(tree[low])
                    low += 1
                if high & 1:
                    high -= 1
                    parts.append(tree[high])
                low, high = low // 2, high // 2
            answers.append(min(parts))
        else:
            raise ValueError(f"{(name, first, second)} is not an operation on {size} values")
    return answers


EXAMPLES = [
    (([5, 2, 8], [("min", 0, 3), ("set", 1, 9), ("min", 0, 2), ("min", 2, 3)]), [2, 5, 8]),
    (([1], [("min", 0, 1)]), [1]),
    (([], []), []),
]
REFUSED = [([1], [("min", 0, 0)]), ([1], [("set", 1, 5)]), ([1], [("sum", 0, 1)])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 9)
        ops = []
        for _ in range(12):
            a, b = sorted(random.sample(range(n + 1), 2))
            ops.append(random.choice([("set", random.randrange(n), random.randint(-9, 9)), ("min", a, b)]))
        yield [random.randint(-9, 9) for _ in range(n)], ops


def oracle(values, operations):
    values, answers = list(values), []
    for name, a, b in operations:
        if name == "set":
            values[a] = b
        else:
            answers.append(min(values[a:b]))
    return answers
