def natural_runs(values: list[int]) -> list[list[int]]:
    """Split a list into its longest runs that never fall or strictly fall, falling ones reversed.

    Use when: existing order in data is used by an adaptive merge sort, or measured.
    Complexity: O(n).
    Source: Peters's listsort (timsort), the run detection.
    """
    runs, start = [], 0
    while start < len(values):
        end = start + 1
        falling = end < len(values) and values[end] < values[start]
        while end < len(values) and (values[end] < values[end - 1]) == falling:
            end += 1
        run = values[start:end]
        runs.append(run[::-1] if falling else run)
        start = end
    return runs


EXAMPLES = [
    (([1, 2, 2, 5, 4, 3, 1],), [[1, 2, 2, 5], [1, 3, 4]]),
    (([],), []),
    (([3, 3],), [[3, 3]]),
    (([2, 1, 1],), [[1, 2], [1]]),
]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 5) for _ in range(random.randint(0, 12))],)


def property_each_run_is_sorted(result, values):
    return all(run and run == sorted(run) for run in result)


def property_the_runs_lie_in_order(result, values):
    at = 0
    for run in result:
        part = values[at : at + len(run)]
        if part not in (run, run[::-1]):
            return False
        at += len(run)
    return at == len(values)


def property_no_run_could_go_on(result, values):
    at = 0
    for run in result[:-1]:
        part, after = values[at : at + len(run) + 1], len(run)
        falls = len(run) > 1 and part[1] < part[0]
        if (part[after] < part[after - 1]) == falls and len(run) > 1:
            return False
        at += len(run)
    return True
