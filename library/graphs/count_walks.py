def count_walks(adjacency: list[list[int]], length: int) -> list[list[int]]:
    """Count the walks of exactly length edges between all pairs of nodes of a graph with edge multiplicities.

    Use when: routes with repetition, automata paths or linear recurrences are counted.
    Complexity: O(n^3 log length) multiplications.
    Source: powers of the adjacency matrix, by repeated squaring.
    """
    if length < 0:
        raise ValueError(f"length {length} is negative")
    size = range(len(adjacency))
    result = [[int(i == j) for j in size] for i in size]
    power = adjacency
    while length:
        if length & 1:
            result = _product(result, power)
        power = _product(power, power)
        length >>= 1
    return result


def _product(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]


EXAMPLES = [
    (([[0, 1], [1, 0]], 3), [[0, 1], [1, 0]]),
    (([], 5), []),
    (([[2]], 3), [[8]]),
    (([[1, 1], [1, 0]], 0), [[1, 0], [0, 1]]),
]
REFUSED = [([[1]], -1)]


def inputs(random):
    for _ in range(80):
        n = random.randint(1, 3)
        yield [[random.randint(0, 2) for _ in range(n)] for _ in range(n)], random.randint(0, 5)


def oracle(adjacency, length):
    n = len(adjacency)

    def walks(a, b, steps):
        return (
            int(a == b)
            if steps == 0
            else sum(adjacency[a][c] * walks(c, b, steps - 1) for c in range(n) if adjacency[a][c])
        )

    return [[walks(a, b, length) for b in range(n)] for a in range(n)]
