def strongly_connected_components(successors: list[list[int]]) -> list[list[int]]:
    """Partition nodes 0..n-1 into sets that reach each other, every set and the list of sets sorted.

    Use when: cyclic dependencies, mutual recursion or equivalent states are found.
    Complexity: O(nodes + edges), without recursion.
    Source: Tarjan 1972 (doi:10.1137/0201010).
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    open_nodes: set[int] = set()
    components = []
    for root in range(len(successors)):
        work = [(root, iter(successors[root]))] if root not in index else []
        while work:
            node, following = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
                open_nodes.add(node)
            for other in following:
                if other not in index:
                    work.append((other, iter(successors[other])))
                    break
                if other in open_nodes:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = stack.index(node)
                    components.append(sorted(stack[at:]))
                    open_nodes.difference_update(stack[at:])
                    del stack[at:]
    return sorted(components)


EXAMPLES = [
    (([[1], [2], [0, 3], []],), [[0, 1, 2], [3]]),
    (([],), []),
    (([[0]],), [[0]]),
    (([[1], [0], [2, 0]],), [[0, 1], [2]]),
]


def inputs(random):
    for _ in range(150):
        n = random.randint(0, 7)
        yield ([random.sample(range(n), random.randint(0, min(2, n))) for _ in range(n)],)


def oracle(successors):
    n = len(successors)
    reach = [{i} for i in range(n)]
    for _ in range(n):
        for i in range(n):
            reach[i] |= {k for j in reach[i] for k in successors[j]}
    parts = {tuple(j for j in range(n) if j in reach[i] and i in reach[j]) for i in range(n)}
    return sorted(map(list, parts))
