def set_partitions(items: list[int]) -> list[list[list[int]]]:
    """List all ways to group the items into unordered non-empty groups, items and groups in their given order.

    Use when: clusterings or team divisions of a small set are enumerated.
    Complexity: O(n * Bell(n)), the size of the answer.
    Source: restricted growth strings; Knuth, TAOCP vol. 4A, 7.2.1.5.
    """
    partitions: list[list[list[int]]] = [[]]
    for item in items:
        longer = []
        for groups in partitions:
            for place in range(len(groups)):
                longer.append([[*group, item] if at == place else group for at, group in enumerate(groups)])
            longer.append([*groups, [item]])
        partitions = longer
    return partitions


EXAMPLES = [
    (([1, 2, 3],), [[[1, 2, 3]], [[1, 2], [3]], [[1, 3], [2]], [[1], [2, 3]], [[1], [2], [3]]]),
    (([],), [[]]),
    (([7],), [[[7]]]),
]


def inputs(random):
    for n in range(6):
        for _ in range(4):
            yield (random.sample(range(9), n),)


def property_are_all_partitions_once(result, items):
    bell = [1, 1, 2, 5, 15, 52][len(items)]
    distinct = {frozenset(frozenset(g) for g in p) for p in result}
    return len(result) == len(distinct) == bell and all(
        sorted(x for g in p for x in g) == sorted(items) for p in result
    )
