from math import comb


def bell_number(size: int) -> int:
    """Count the ways to group a set of a given size into unordered non-empty groups.

    Use when: equivalence relations or clusterings are counted.
    Complexity: O(size^2) additions.
    Source: the Peirce triangle; OEIS A000110.
    """
    if size < 0:
        raise ValueError(f"{size} is negative")
    row = [1]
    for _ in range(size):
        following = [row[-1]]
        for value in row:
            following.append(following[-1] + value)
        row = following
    return row[0]


EXAMPLES = [((0,), 1), ((3,), 5), ((5,), 52), ((10,), 115975)]
REFUSED = [(-1,)]


def inputs(random):
    for size in range(25):
        yield (size,)


def oracle(size):
    numbers = [1]
    for n in range(size):
        numbers.append(sum(comb(n, k) * numbers[k] for k in range(n + 1)))
    return numbers[size]
