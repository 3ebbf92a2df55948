def fenwick_prefix_sums(size: int, operations: list[tuple[str, int, int]]) -> list[int]:
    """Run ("add", place, amount) and ("sum", start, end) on size zeros; returns the sums, end exclusive.

    Use when: sums of ranges are asked while values change.
    Complexity: O(log size) an operation.
    Source: Fenwick 1994 (doi:10.1002/spe.4380240306), the binary indexed tree.
    """
    tree = [0] * (size + 1)

    def prefix(end: int) -> int:
        total = 0
        while end:
            total += tree[end]
            end &= end - 1
        return total

    answers = []
    for name, first, second in operations:
        if name == "sum" and 0 <= first <= second <= size:
            answers.append(prefix(second) - prefix(first))
        elif name == "add" and 0 <= first < size:
            node = first + 1
            while node <= size:
                tree[node] += second
                node += node & -node
        else:
            raise ValueError(f"{(name, first, second)} is not an operation on {size} places")
    return answers


EXAMPLES = [
    ((4, [("add", 1, 5), ("sum", 0, 2), ("add", 3, -2), ("sum", 1, 4)]), [5, 3]),
    ((0, [("sum", 0, 0)]), [0]),
    ((2, []), []),
]
REFUSED = [(2, [("add", 2, 1)]), (2, [("sum", 1, 0)]), (2, [("max", 0, 1)])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 9)
        yield (
            n,
            [
                random.choice(
                    [
                        ("add", random.randrange(n), random.randint(-9, 9)),
                        ("sum", *sorted((random.randint(0, n), random.randint(0, n)))),
                    ]
                )
                for _ in range(12)
            ],
        )


def oracle(size, operations):
    values, answers = [0] * size, []
    for name, a, b in operations:
        if name == "add":
            values[a] += b
        else:
            answers.append(sum(values[a:b]))
    return answers
