def integer_partitions(total: int) -> list[list[int]]:
    """List all ways to write a number as a sum of falling positive parts, in reverse dictionary order.

    Use when: groupings of indistinct things are enumerated.
    Complexity: O(size of the answer).
    Source: algorithm ZS1, Zoghbi and Stojmenovic 1998, in its plain form.
    """
    if total < 0:
        raise ValueError(f"{total} is negative")
    parts = [total] if total else []
    found = [parts]
    while parts and parts[0] > 1:
        rest = 0
        parts = list(parts)
        while parts[-1] == 1:
            rest += parts.pop()
        part = parts.pop() - 1
        rest += part + 1
        while rest > part:
            parts.append(part)
            rest -= part
        parts.append(rest)
        found.append(parts)
    return found


EXAMPLES = [((4,), [[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]), ((0,), [[]]), ((1,), [[1]])]
REFUSED = [(-1,)]


def inputs(random):
    for total in range(20):
        yield (total,)


def oracle(total):
    def below(rest, largest):
        if rest == 0:
            return [[]]
        return [[p, *tail] for p in range(min(rest, largest), 0, -1) for tail in below(rest - p, p)]

    return below(total, total)
