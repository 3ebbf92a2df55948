def is_graphical(degrees: list[int]) -> bool:
    """Decide whether some simple graph has exactly these numbers of neighbours.

    Use when: degree sequences are validated before a random graph is built.
    Complexity: O(n^2).
    Source: Erdős and Gallai 1960.
    """
    ordered = sorted(degrees, reverse=True)
    if sum(ordered) % 2 or any(d < 0 for d in ordered):
        return False
    for k in range(1, len(ordered) + 1):
        if sum(ordered[:k]) > k * (k - 1) + sum(min(d, k) for d in ordered[k:]):
            return False
    return True


EXAMPLES = [(([3, 3, 2, 2, 2],), True), (([3, 1],), False), (([],), True), (([1, 1, 1],), False), (([-1, 1],), False)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(0, 5) for _ in range(random.randint(0, 7))],)


def oracle(degrees):
    left = sorted(degrees, reverse=True)  # Havel and Hakimi
    while left and left[0] > 0:
        first, left = left[0], left[1:]
        if first > len(left) or left[first - 1] == 0:
            return False
        left = sorted([d - 1 for d in left[:first]] + left[first:], reverse=True)
    return True
