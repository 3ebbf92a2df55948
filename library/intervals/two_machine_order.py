from itertools import permutations


def two_machine_order(jobs: list[tuple[int, int]]) -> tuple[int, list[int]]:
    """Order jobs that run first on machine A, then on B, so that all end earliest: (end, order of indices).

    Use when: two-stage work such as washing and drying is sequenced.
    Complexity: O(n log n).
    Source: Johnson 1954 (doi:10.1002/nav.3800010110).
    """
    if any(a < 0 or b < 0 for a, b in jobs):
        raise ValueError("a time is negative")
    early = sorted((j for j in range(len(jobs)) if jobs[j][0] < jobs[j][1]), key=lambda j: (jobs[j][0], j))
    late = sorted((j for j in range(len(jobs)) if jobs[j][0] >= jobs[j][1]), key=lambda j: (-jobs[j][1], j))
    first_free = second_free = 0
    for job in early + late:
        first_free += jobs[job][0]
        second_free = max(first_free, second_free) + jobs[job][1]
    return second_free, early + late


EXAMPLES = [(([(3, 2), (1, 4), (5, 1)],), (10, [1, 0, 2])), (([],), (0, [])), (([(2, 3)],), (5, [0]))]
REFUSED = [([(1, -1)],)]


def inputs(random):
    for _ in range(80):
        yield ([(random.randint(0, 9), random.randint(0, 9)) for _ in range(random.randint(0, 5))],)


def property_no_order_ends_earlier(result, jobs):
    def end(order):
        a = b = 0
        for j in order:
            a += jobs[j][0]
            b = max(a, b) + jobs[j][1]
        return b

    return result[0] == end(result[1]) == min(map(end, permutations(range(len(jobs))))) and sorted(result[1]) == list(
        range(len(jobs))
    )
