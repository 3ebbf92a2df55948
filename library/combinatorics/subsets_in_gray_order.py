def subsets_in_gray_order(items: list[int]) -> list[list[int]]:
    """List all subsets so that each differs from the one before by a single member, starting with the empty one.

    Use when: an effect is updated step by step over all subsets.
    Complexity: O(n 2^n), the size of the answer.
    Source: Gray 1947; the ruler function tells which member changes.
    """
    inside = [False] * len(items)
    found: list[list[int]] = [[]]
    for step in range(1, 1 << len(items)):
        changing = (step & -step).bit_length() - 1
        inside[changing] = not inside[changing]
        found.append([item for item, present in zip(items, inside, strict=True) if present])
    return found


EXAMPLES = [(([1, 2],), [[], [1], [1, 2], [2]]), (([],), [[]]), (([5],), [[], [5]])]


def inputs(random):
    for n in range(7):
        for _ in range(4):
            yield (random.sample(range(20), n),)


def property_are_all_subsets(result, items):
    return len(result) == len({frozenset(s) for s in result}) == 2 ** len(items) and all(
        set(s) <= set(items) for s in result
    )


def property_neighbours_differ_in_one(result, items):
    return result[0] == [] and all(len(set(a) ^ set(b)) == 1 for a, b in zip(result, result[1:], strict=False))
