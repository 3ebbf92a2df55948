def trapped_water(heights: list[int]) -> int:
    """Compute how much water a profile of non-negative unit-wide columns holds after rain.

    Use when: fill levels between peaks of a profile are summed.
    Complexity: O(n) time, O(1) memory.
    Source: two pointers; the lower side's wall decides its level.
    """
    left, right = 0, len(heights) - 1
    left_wall = right_wall = water = 0
    while left <= right:
        if left_wall <= right_wall:
            left_wall = max(left_wall, heights[left])
            water += left_wall - heights[left]
            left += 1
        else:
            right_wall = max(right_wall, heights[right])
            water += right_wall - heights[right]
            right -= 1
    return water


EXAMPLES = [(([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1],), 6), (([],), 0), (([3, 0, 2],), 2), (([1, 2, 3],), 0)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 5) for _ in range(random.randint(0, 10))],)


def oracle(heights):
    return sum(min(max(heights[: i + 1]), max(heights[i:])) - h for i, h in enumerate(heights))
