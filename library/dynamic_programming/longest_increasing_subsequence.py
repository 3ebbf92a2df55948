from bisect import bisect_left


def longest_increasing_subsequence(values: list[int]) -> list[int]:
    """Return one longest strictly rising subsequence.

    Use when: trends, nested boxes or chains in ordered data are extracted.
    Complexity: O(n log n).
    Source: patience sorting, Schensted 1961; predecessors restore the members.
    """
    ends: list[int] = []  # the smallest last value of a subsequence of each length
    places: list[int] = []
    before = [-1] * len(values)
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        if length == len(ends):
            ends.append(value)
            places.append(place)
        else:
            ends[length], places[length] = value, place
        before[place] = places[length - 1] if length else -1
    chain = []
    place = places[-1] if places else -1
    while place >= 0:
        chain.append(values[place])
        place = before[place]
    return chain[::-1]


EXAMPLES = [(([10, 9, 2, 5, 3, 7, 101, 18],), [2, 3, 7, 18]), (([],), []), (([3, 3],), [3]), (([4, 1, 2],), [1, 2])]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 9) for _ in range(random.randint(0, 9))],)


def property_is_a_rising_subsequence(result, values):
    rest = iter(values)
    return all(v in rest for v in result) and all(a < b for a, b in zip(result, result[1:], strict=False))


def property_none_is_longer(result, values):
    best = []
    for i, v in enumerate(values):
        best.append(1 + max((best[j] for j in range(i) if values[j] < v), default=0))
    return len(result) == max(best, default=0)
