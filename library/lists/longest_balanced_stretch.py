def longest_balanced_stretch(flags: list[bool]) -> int:
    """Return the length of the longest segment with as many true as false members.

    Use when: balance of two kinds, such as wins and losses or heads and tails, is located.
    Complexity: O(n).
    Source: equal running differences enclose a balanced segment.
    """
    first_seen = {0: 0}
    difference = longest = 0
    for end, flag in enumerate(flags, 1):
        difference += 1 if flag else -1
        longest = max(longest, end - first_seen.setdefault(difference, end))
    return longest


EXAMPLES = [(([True, False, True],), 2), (([],), 0), (([True, True],), 0), (([False, True, True, False],), 4)]


def inputs(random):
    for _ in range(200):
        yield (random.choices([True, False], k=random.randint(0, 12)),)


def oracle(flags):
    n = len(flags)
    return max((j - i for i in range(n) for j in range(i, n + 1) if 2 * sum(flags[i:j]) == j - i), default=0)
