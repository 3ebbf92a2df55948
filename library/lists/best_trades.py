def best_trades(prices: list[int], fee: int) -> int:
    """Return the largest gain from buying and selling one share any number of times, each sale costing a fee.

    Use when: an upper bound for trading on a known series is computed.
    Complexity: O(n).
    Source: two states, with and without the share, updated day by day.
    """
    if fee < 0:
        raise ValueError(f"fee {fee} is negative")
    cash, holding = 0, None
    for price in prices:
        bought = cash - price
        holding = bought if holding is None else max(holding, bought)
        cash = max(cash, holding + price - fee)
    return cash


EXAMPLES = [(([1, 3, 2, 8, 4, 9], 2), 8), (([], 1), 0), (([5, 4, 3], 0), 0), (([1, 5, 2, 6], 0), 8)]
REFUSED = [([1], -1)]


def inputs(random):
    for _ in range(150):
        yield [random.randint(1, 9) for _ in range(random.randint(0, 7))], random.randint(0, 3)


def oracle(prices, fee):
    best = 0
    for buy in range(len(prices)):
        for sell in range(buy + 1, len(prices)):
            best = max(best, prices[sell] - prices[buy] - fee + oracle(prices[sell:], fee))
    return best
