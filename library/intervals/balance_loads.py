from heapq import heapify, heapreplace
from itertools import product


def balance_loads(durations: list[int], workers: int) -> list[list[int]]:
    """Deal jobs to workers so that the busiest has little to do: the indices of each worker's jobs.

    Longest first, each to the worker with least so far; at most 4/3 - 1/(3 workers) of the optimum.
    Use when: batches are spread over machines quickly.
    Complexity: O(n log n).
    Source: Graham 1969 (doi:10.1137/0117039), LPT.
    """
    if workers < 1:
        raise ValueError(f"{workers} workers")
    heap = [(0, worker) for worker in range(workers)]
    heapify(heap)
    dealt: list[list[int]] = [[] for _ in range(workers)]
    for job in sorted(range(len(durations)), key=lambda j: (-durations[j], j)):
        load, worker = heap[0]
        dealt[worker].append(job)
        heapreplace(heap, (load + durations[job], worker))
    return dealt


EXAMPLES = [
    (([5, 4, 3, 3], 2), [[0, 3], [1, 2]]),
    (([], 2), [[], []]),
    (([1], 1), [[0]]),
    (([2, 2, 2], 3), [[0], [1], [2]]),
]
REFUSED = [([1], 0)]


def inputs(random):
    for _ in range(80):
        yield [random.randint(0, 9) for _ in range(random.randint(0, 6))], random.randint(1, 3)


def property_every_job_is_dealt_once(result, durations, workers):
    return len(result) == workers and sorted(j for jobs in result for j in jobs) == list(range(len(durations)))


def property_keeps_the_bound(result, durations, workers):
    longest = max(sum(durations[j] for j in jobs) for jobs in result)
    deals = product(range(workers), repeat=len(durations))
    best = min(
        max(sum(d for d, w in zip(durations, deal, strict=True) if w == k) for k in range(workers)) for deal in deals
    )
    return 3 * workers * longest <= (4 * workers - 1) * best
