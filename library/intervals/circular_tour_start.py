def circular_tour_start(gains: list[int], costs: list[int]) -> int | None:
    """Find the first station from which a ring can be driven round: gains[i] is filled there, costs[i] leads onward.

    None if there is none. The tank starts empty and must never fall below zero.
    Use when: cyclic routes with refuelling, or balances that may not go negative, are started.
    Complexity: O(n).
    Source: where the running balance is lowest, the tour must begin after it.
    """
    if len(gains) != len(costs):
        raise ValueError(f"{len(gains)} gains for {len(costs)} costs")
    balance = lowest = start = 0
    for station, (gain, cost) in enumerate(zip(gains, costs, strict=True), 1):
        balance += gain - cost
        if balance < lowest:
            lowest, start = balance, station
    return start if balance >= 0 and gains else None


EXAMPLES = [(([1, 2, 3, 4, 5], [3, 4, 5, 1, 2]), 3), (([2, 3, 4], [3, 4, 3]), None), (([], []), None), (([5], [5]), 0)]
REFUSED = [([1], [])]


def inputs(random):
    for _ in range(250):
        n = random.randint(0, 6)
        yield [random.randint(0, 5) for _ in range(n)], [random.randint(0, 4) for _ in range(n)]


def oracle(gains, costs):
    n = len(gains)
    for start in range(n):
        tank, fine = 0, True
        for i in range(n):
            tank += gains[(start + i) % n] - costs[(start + i) % n]
            fine = fine and tank >= 0
        if fine:
            return start
    return None
