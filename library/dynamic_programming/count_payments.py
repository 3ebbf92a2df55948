def count_payments(coins: list[int], amount: int) -> int:
    """Count the ways to pay an amount with coins of unlimited supply when order does not matter.

    Use when: partitions of a total into given parts are counted.
    Complexity: O(different coins * amount) time, O(amount) memory.
    Source: Euler's generating function, a factor 1 / (1 - x^c) for each coin.
    """
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("an amount of at least 0 and positive coins were expected")
    ways = [1] + [0] * amount
    for coin in set(coins):
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


EXAMPLES = [(([1, 2, 5], 5), 4), (([2], 3), 0), (([], 0), 1), (([7, 7], 14), 1)]
REFUSED = [([1], -1), ([0, 1], 1)]


def inputs(random):
    for _ in range(150):
        yield [random.randint(1, 8) for _ in range(random.randint(0, 4))], random.randint(0, 18)


def oracle(coins, amount):
    kinds = sorted(set(coins))
    if not kinds:
        return int(amount == 0)
    return sum(oracle(kinds[1:], amount - k * kinds[0]) for k in range(amount // kinds[0] + 1))
