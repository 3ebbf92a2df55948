def fewest_coins(coins: list[int], amount: int) -> list[int] | None:
    """Pay an amount with the fewest coins of unlimited supply: the coins, largest first, or None if impossible.

    Use when: change is given in any coin system, where always taking the largest coin may fail.
    Complexity: O(coins * amount).
    Source: dynamic programming over amounts; the last coin of each best payment is remembered.
    """
    if amount < 0 or any(coin < 1 for coin in coins):
        raise ValueError("an amount of at least 0 and positive coins were expected")
    count: list[int | None] = [0] + [None] * amount
    last = [0] * (amount + 1)
    for total in range(1, amount + 1):
        for coin in coins:
            before = count[total - coin] if coin <= total else None
            if before is not None and (count[total] is None or before + 1 < count[total]):
                count[total], last[total] = before + 1, coin
    if count[amount] is None:
        return None
    paid = []
    while amount:
        paid.append(last[amount])
        amount -= last[amount]
    return sorted(paid, reverse=True)


EXAMPLES = [(([1, 3, 4], 6), [3, 3]), (([2], 3), None), (([5], 0), []), (([1, 5, 10, 25], 63), [25, 25, 10, 1, 1, 1])]
REFUSED = [([1], -1), ([0], 1)]


def inputs(random):
    for _ in range(150):
        yield random.sample(range(1, 10), random.randint(0, 3)), random.randint(0, 25)


def property_pays_with_the_given_coins(result, coins, amount):
    return result is None or (sum(result) == amount and set(result) <= set(coins) and result == sorted(result)[::-1])


def property_no_payment_is_shorter(result, coins, amount):
    sums, count = {0}, 0
    while amount not in sums and count <= amount:
        sums, count = {s + c for s in sums for c in coins}, count + 1
    return (len(result) == count) if result is not None else amount not in sums
