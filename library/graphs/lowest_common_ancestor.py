def lowest_common_ancestor(parents: list[int], queries: list[tuple[int, int]]) -> list[int]:
    """Answer for pairs of nodes which common ancestor is the deepest; the parent of a root is -1, and no path gives -1.

    A node counts as its own ancestor.
    Use when: many kinship or branch-point questions are asked about one tree.
    Complexity: O(n log n) to prepare, O(log n) each query.
    Source: binary lifting; Bender and Farach-Colton 2004 (doi:10.1016/j.tcs.2003.05.002).
    """
    size = len(parents)
    depth = [-1] * size
    for node in range(size):
        path = []
        while node >= 0 and depth[node] < 0 and len(path) <= size:
            path.append(node)
            node = parents[node]
        if len(path) > size:
            raise ValueError("the parents run in a circle")
        for known in reversed(path):
            depth[known] = depth[node] + 1 if node >= 0 else 0
            node = known
    lifts = [parents]
    while 1 << len(lifts) < size:
        lifts.append([lifts[-1][up] if up >= 0 else -1 for up in lifts[-1]])

    def ancestor(a: int, b: int) -> int:
        if depth[a] < depth[b]:
            a, b = b, a
        for level, lift in enumerate(lifts):
            if depth[a] - depth[b] >> level & 1:
                a = lift[a]
        if a == b:
            return a
        for lift in reversed(lifts):
            if lift[a] != lift[b]:
                a, b = lift[a], lift[b]
        return parents[a]

    return [ancestor(a, b) for a, b in queries]


EXAMPLES = [
    (([-1, 0, 0, 1, 1], [(3, 4), (3, 2), (1, 4)]), [1, 0, 1]),
    (([-1], [(0, 0)]), [0]),
    (([-1, -1], [(0, 1)]), [-1]),
]
REFUSED = [([1, 0], [])]


def inputs(random):
    for _ in range(120):
        n = random.randint(1, 9)
        parents = [random.randint(-1, i - 1) for i in range(n)]
        yield parents, [(random.randrange(n), random.randrange(n)) for _ in range(5)]


def oracle(parents, queries):
    def line(node):
        return [node, *line(parents[node])] if node >= 0 else []

    return [next((x for x in line(a) if x in line(b)), -1) for a, b in queries]
