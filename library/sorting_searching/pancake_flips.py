def pancake_flips(values: list[int]) -> list[int]:
    """Return sizes of prefixes whose reversal, one after another, sorts the list; at most two flips a value.

    Use when: only prefix reversals are possible, as in genome rearrangement or the pancake puzzle.
    Complexity: O(n^2) steps, at most 2n flips.
    Source: Gates and Papadimitriou 1979 (doi:10.1016/0012-365X(79)90068-2), the simple method.
    """
    stack, flips = list(values), []
    for size in range(len(stack), 1, -1):
        largest = max(range(size), key=lambda i: (stack[i], i))
        if largest == size - 1:
            continue
        for flip in (largest + 1, size):
            if flip > 1:
                stack[:flip] = reversed(stack[:flip])
                flips.append(flip)
    return flips


EXAMPLES = [(([3, 1, 2],), [3, 2]), (([],), []), (([1, 2, 3],), []), (([1, 3, 2],), [2, 3, 2])]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 9) for _ in range(random.randint(0, 10))],)


def property_the_flips_sort(result, values):
    stack = list(values)
    for size in result:
        stack = stack[:size][::-1] + stack[size:]
    return stack == sorted(values)


def property_few_flips(result, values):
    return len(result) <= 2 * len(values) and all(1 < f <= len(values) for f in result)
