def largest_rectangle_in_histogram(heights: list[int]) -> int:
    """Return the area of the largest axis-parallel rectangle under a profile of unit-wide bars.

    Use when: the largest free box below a skyline is fitted.
    Complexity: O(n).
    Source: a stack of rising bars, each closed by the first lower one.
    """
    open_bars: list[tuple[int, int]] = []  # (where a rectangle of this height may begin, height)
    largest = 0
    for position, height in enumerate([*heights, 0]):
        begin = position
        while open_bars and open_bars[-1][1] >= height:
            begin, tall = open_bars.pop()
            largest = max(largest, tall * (position - begin))
        open_bars.append((begin, height))
    return largest


EXAMPLES = [(([2, 1, 5, 6, 2, 3],), 10), (([],), 0), (([4],), 4), (([2, 2, 2],), 6), (([0, 0],), 0)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 9))],)


def oracle(heights):
    n = len(heights)
    return max((min(heights[i:j]) * (j - i) for i in range(n) for j in range(i + 1, n + 1)), default=0)
