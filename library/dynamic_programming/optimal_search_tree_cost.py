from itertools import accumulate


def optimal_search_tree_cost(weights: list[int]) -> int:
    """Return the least sum of weight times depth, the root at depth 1, over search trees of keys in this order.

    Use when: lookups of known frequency are arranged in a static tree.
    Complexity: O(n^2).
    Source: Knuth 1971 (doi:10.1007/BF00264289): roots of neighbouring intervals bound each other.
    """
    if any(w < 0 for w in weights):
        raise ValueError("a weight is negative")
    size = len(weights)
    prefix = [0, *accumulate(weights)]
    cost = [[0] * (size + 1) for _ in range(size + 2)]
    root = [[i] * (size + 1) for i in range(size + 2)]
    for length in range(1, size + 1):
        for start in range(size - length + 1):
            end = start + length
            low = root[start][end - 1] if length > 1 else start
            high = root[start + 1][end] if length > 1 else start
            best, at = min((cost[start][r] + cost[r + 1][end], r) for r in range(low, high + 1))
            cost[start][end] = best + prefix[end] - prefix[start]
            root[start][end] = at
    return cost[0][size]


EXAMPLES = [(([34, 8, 50],), 142), (([],), 0), (([5],), 5), (([1, 1, 1],), 5)]
REFUSED = [([-1],)]


def inputs(random):
    for _ in range(120):
        yield ([random.randint(0, 9) for _ in range(random.randint(0, 7))],)


def oracle(weights):
    return sum(weights) + min((oracle(weights[:r]) + oracle(weights[r + 1 :]) for r in range(len(weights))), default=0)
