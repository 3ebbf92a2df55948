def matrix_chain_order(sizes: list[int]) -> tuple[int, str]:
    """Find how to bracket a product of matrices with the fewest multiplications; matrix i is sizes[i] by sizes[i+1].

    Returns (multiplications, expression over A0, A1, …); ties are cut as early as possible.
    Use when: the order of associative operations of different cost is chosen.
    Complexity: O(n^3).
    Source: Godbole 1973; Cormen et al., 15.2.
    """
    count = len(sizes) - 1
    if count < 1:
        raise ValueError("at least two sizes, for one matrix, were expected")
    best = {(i, i): (0, f"A{i}") for i in range(count)}
    for length in range(2, count + 1):
        for i in range(count - length + 1):
            j = i + length - 1
            options = []
            for cut in range(i, j):
                (left, left_text), (right, right_text) = best[i, cut], best[cut + 1, j]
                own = sizes[i] * sizes[cut + 1] * sizes[j + 1]
                options.append((left + right + own, cut, f"({left_text} {right_text})"))
            cost, _, text = min(options)
            best[i, j] = (cost, text)
    return best[0, count - 1]


EXAMPLES = [(([10, 30, 5, 60],), (4500, "((A0 A1) A2)")), (([4, 5],), (0, "A0")), (([1, 2, 3],), (6, "(A0 A1)"))]
REFUSED = [([],), ([3],)]


def inputs(random):
    for _ in range(100):
        yield ([random.randint(1, 9) for _ in range(random.randint(2, 7))],)


def property_is_the_least_cost(result, sizes):
    def least(i, j):
        return min((least(i, k) + least(k, j) + sizes[i] * sizes[k] * sizes[j] for k in range(i + 1, j)), default=0)

    return result[0] == least(0, len(sizes) - 1)


def property_the_expression_has_that_cost(result, sizes):
    stack, cost = [], 0
    for token in result[1].replace("(", "").replace(")", " ) ").split():
        if token == ")":
            (b, c), (a, _) = stack.pop(), stack.pop()
            cost += a * b * c
            stack.append((a, c))
        else:
            stack.append((sizes[int(token[1:])], sizes[int(token[1:]) + 1]))
    return cost == result[0] and stack == [(sizes[0], sizes[-1])]
