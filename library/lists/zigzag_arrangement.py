def zigzag_arrangement(values: list[int]) -> list[int]:
    """Rearrange so that values go up and down in turn: a <= b >= c <= d and so on.

    Use when: extremes are to be spread through a sequence in linear time.
    Complexity: O(n).
    Source: swap each neighbouring pair that stands the wrong way; earlier pairs stay right.
    """
    waved = list(values)
    for place in range(len(waved) - 1):
        rising = place % 2 == 0
        if (waved[place] > waved[place + 1]) == rising:
            waved[place], waved[place + 1] = waved[place + 1], waved[place]
    return waved


EXAMPLES = [(([4, 3, 7, 8, 6, 2, 1],), [3, 7, 4, 8, 2, 6, 1]), (([],), []), (([2, 1],), [1, 2]), (([1],), [1])]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 6) for _ in range(random.randint(0, 10))],)


def property_goes_up_and_down(result, values):
    pairs = list(zip(result, result[1:], strict=False))
    return all(a <= b for a, b in pairs[::2]) and all(a >= b for a, b in pairs[1::2])


def property_keeps_the_members(result, values):
    return sorted(result) == sorted(values)
