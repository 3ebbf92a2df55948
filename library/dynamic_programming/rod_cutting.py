def rod_cutting(prices: list[int], length: int) -> tuple[int, list[int]]:
    """Cut a rod for the largest income, where prices[i] is paid for a piece of length i + 1: (income, pieces).

    Pieces are listed longest first. Lengths without a price cannot be sold and unsold rest is allowed.
    Use when: stock of one dimension is cut for sale.
    Complexity: O(length * prices).
    Source: Cormen et al., 15.1.
    """
    if length < 0:
        raise ValueError(f"length {length} is negative")
    income, piece = [0] * (length + 1), [0] * (length + 1)
    for size in range(1, length + 1):
        income[size] = income[size - 1]
        for cut, price in enumerate(prices[:size], 1):
            if income[size - cut] + price > income[size]:
                income[size], piece[size] = income[size - cut] + price, cut
    pieces, left = [], length
    while left:
        if piece[left]:
            pieces.append(piece[left])
        left -= piece[left] or 1
    return income[length], sorted(pieces, reverse=True)


EXAMPLES = [
    (([1, 5, 8, 9], 4), (10, [2, 2])),
    (([], 3), (0, [])),
    (([2], 3), (6, [1, 1, 1])),
    (([0, 0, 7], 5), (7, [3])),
]
REFUSED = [([1], -1)]


def inputs(random):
    for _ in range(120):
        yield [random.randint(0, 12) for _ in range(random.randint(0, 5))], random.randint(0, 9)


def property_pieces_fit_and_earn_the_income(result, prices, length):
    return sum(result[1]) <= length and result[0] == sum(prices[p - 1] for p in result[1])


def property_no_cutting_earns_more(result, prices, length):
    def best(left, largest):
        return max((prices[p - 1] + best(left - p, p) for p in range(1, min(left, largest) + 1)), default=0)

    return result[0] == best(length, len(prices))
