from itertools import permutations


def distinct_permutations(items: list[int]) -> list[list[int]]:
    """List the different arrangements of items, repeated values allowed, in dictionary order.

    Use when: anagrams or schedules with equal entries are enumerated without duplicates.
    Complexity: O(n) for each arrangement.
    Source: choose each different value that is left for the next place.
    """
    counts: dict[int, int] = {}
    for item in sorted(items):
        counts[item] = counts.get(item, 0) + 1
    found: list[list[int]] = []

    def extend(prefix: list[int]) -> None:
        if len(prefix) == len(items):
            found.append(prefix)
            return
        for item, left in counts.items():
            if left:
                counts[item] -= 1
                extend([*prefix, item])
                counts[item] += 1

    extend([])
    return found


EXAMPLES = [(([1, 2, 1],), [[1, 1, 2], [1, 2, 1], [2, 1, 1]]), (([],), [[]]), (([3, 3],), [[3, 3]])]


def inputs(random):
    for _ in range(60):
        yield ([random.randint(0, 3) for _ in range(random.randint(0, 5))],)


def oracle(items):
    return [list(p) for p in sorted(set(permutations(items)))]
