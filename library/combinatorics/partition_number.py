def partition_number(total: int) -> int:
    """Count the ways to write a number as a sum of positive parts, order aside.

    Use when: the number of groupings is needed up to some thousands.
    Complexity: O(total^1.5) additions.
    Source: Euler's pentagonal number theorem.
    """
    if total < 0:
        raise ValueError(f"{total} is negative")
    counts = [1]
    for n in range(1, total + 1):
        value, k = 0, 1
        while (near := k * (3 * k - 1) // 2) <= n:
            sign = 1 if k % 2 else -1
            value += sign * counts[n - near]
            if near + k <= n:
                value += sign * counts[n - near - k]
            k += 1
        counts.append(value)
    return counts[total]


EXAMPLES = [((5,), 7), ((0,), 1), ((100,), 190569292), ((1,), 1)]
REFUSED = [(-1,)]


def inputs(random):
    for total in range(45):
        yield (total,)


def oracle(total):
    ways = [1] + [0] * total
    for part in range(1, total + 1):
        for n in range(part, total + 1):
            ways[n] += ways[n - part]
    return ways[total]
