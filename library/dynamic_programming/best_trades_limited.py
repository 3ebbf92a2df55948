def best_trades_limited(prices: list[int], most: int) -> int:
    """Return the largest gain from at most a number of purchases, each sold before the next.

    Use when: trades, harvests or switches are limited in number.
    Complexity: O(days * most).
    Source: for each trade the best balance while holding and after selling.
    """
    if most < 0:
        raise ValueError(f"{most} trades")
    lowest = float("-inf")
    holding = [lowest] * (most + 1)
    resting = [0] * (most + 1)
    for price in prices:
        for trade in range(most, 0, -1):
            resting[trade] = max(resting[trade], holding[trade] + price)
            holding[trade] = max(holding[trade], resting[trade - 1] - price)
    return max(resting)


EXAMPLES = [(([3, 2, 6, 5, 0, 3], 2), 7), (([], 2), 0), (([1, 9], 0), 0), (([5, 4], 1), 0)]
REFUSED = [([1], -1)]


def inputs(random):
    for _ in range(150):
        yield [random.randint(0, 9) for _ in range(random.randint(0, 7))], random.randint(0, 3)


def oracle(prices, most):
    if most == 0:
        return 0
    n = len(prices)
    return max([0] + [prices[j] - prices[i] + oracle(prices[j:], most - 1) for i in range(n) for j in range(i + 1, n)])
