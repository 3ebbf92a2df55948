def floyd_warshall(costs: list[list[int | None]]) -> list[list[int | None]]:
    """From a matrix of direct costs (None for no edge) compute the least cost between all pairs; 0 on the diagonal.

    Use when: all distances of a small dense graph are needed; negative edges allowed, negative cycles refused.
    Complexity: O(n^3) time, O(n^2) memory.
    Source: Floyd 1962 (doi:10.1145/367766.368168), Warshall 1962.
    """
    size = range(len(costs))
    best = [[min(0, costs[i][j] or 0) if i == j else costs[i][j] for j in size] for i in size]
    for via in size:
        for i in size:
            first = best[i][via]
            if first is None:
                continue
            for j in size:
                second = best[via][j]
                if second is not None and (best[i][j] is None or first + second < best[i][j]):
                    best[i][j] = first + second
        if any(best[i][i] < 0 for i in size):
            raise ValueError("there is a cycle of negative cost")
    return best


EXAMPLES = [
    (([[0, 3, None], [None, 0, -2], [5, None, 0]],), [[0, 3, 1], [3, 0, -2], [5, 8, 0]]),
    (([],), []),
    (([[None, None], [1, None]],), [[0, None], [1, 0]]),
]
REFUSED = [([[0, 1], [-2, 0]],), ([[-1]],)]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 5)
        yield ([[random.choice([None, random.randint(0, 9)]) for _ in range(n)] for _ in range(n)],)


def oracle(costs):
    n = len(costs)
    table = []
    for start in range(n):
        best = {start: 0}
        for _ in range(n):
            for a in list(best):
                for b in range(n):
                    if costs[a][b] is not None:
                        best[b] = min(best.get(b, 999), best[a] + costs[a][b])
        table.append([best.get(j) for j in range(n)])
    return table
