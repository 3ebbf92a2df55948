def take_from_ends(values: list[int]) -> int:
    """Return by how much the first of two perfect players wins when both in turn take a number from either end.

    Use when: two-player games on a row are evaluated; negative if the first loses.
    Complexity: O(n^2) time, O(n) memory.
    Source: minimax over intervals.
    """
    margin = list(values)
    for length in range(2, len(values) + 1):
        for start in range(len(values) - length + 1):
            take_left = values[start] - margin[start + 1]
            take_right = values[start + length - 1] - margin[start]
            margin[start] = max(take_left, take_right)
    return margin[0] if values else 0


EXAMPLES = [(([3, 9, 1, 2],), 7), (([],), 0), (([5],), 5), (([1, 5, 2],), -2)]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(-3, 9) for _ in range(random.randint(0, 8))],)


def oracle(values):
    if not values:
        return 0
    return max(values[0] - oracle(values[1:]), values[-1] - oracle(values[:-1]))
