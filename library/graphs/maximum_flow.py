from collections import deque


def maximum_flow(capacity: list[list[int]], source: int, sink: int) -> int:
    """Return how much can flow from source to sink when capacity[a][b] bounds the flow from a to b.

    Use when: throughput, assignment or disjoint paths are computed.
    Complexity: O(nodes * edges^2).
    Source: Edmonds and Karp 1972 (doi:10.1145/321694.321699): always the shortest augmenting path.
    """
    if source == sink:
        raise ValueError("source and sink are the same node")
    rest = [list(row) for row in capacity]
    total = 0
    while True:
        before = {source: source}
        queue = deque([source])
        while queue and sink not in before:
            node = queue.popleft()
            for other, left in enumerate(rest[node]):
                if left > 0 and other not in before:
                    before[other] = node
                    queue.append(other)
        if sink not in before:
            return total
        path, node = [], sink
        while node != source:
            path.append((before[node], node))
            node = before[node]
        amount = min(rest[a][b] for a, b in path)
        for a, b in path:
            rest[a][b] -= amount
            rest[b][a] += amount
        total += amount


EXAMPLES = [
    (([[0, 3, 2, 0], [0, 0, 1, 2], [0, 0, 0, 3], [0, 0, 0, 0]], 0, 3), 5),
    (([[0, 0], [5, 0]], 0, 1), 0),
    (([[0, 7], [0, 0]], 0, 1), 7),
]
REFUSED = [([[0]], 0, 0)]


def inputs(random):
    for _ in range(120):
        n = random.randint(2, 5)
        yield (
            [[0 if i == j else random.choice([0, random.randint(1, 9)]) for j in range(n)] for i in range(n)],
            0,
            n - 1,
        )


def oracle(capacity, source, sink):
    # the smallest cut, by trying all of them
    inner = [v for v in range(len(capacity)) if v not in (source, sink)]
    cuts = [{source} | {v for i, v in enumerate(inner) if mask >> i & 1} for mask in range(1 << len(inner))]
    return min(sum(capacity[a][b] for a in cut for b in range(len(capacity)) if b not in cut) for cut in cuts)
