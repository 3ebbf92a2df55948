from collections import deque


def round_robin_finish_times(jobs: list[tuple[int, int]], quantum: int) -> list[int]:
    """Simulate a processor that gives each waiting (arrival, duration) job a time slice in turn; returns finish times.

    Jobs that arrive while another runs queue before it returns to the queue; a job of duration 0 ends on arrival.
    Use when: time sharing is analysed.
    Complexity: O(total duration / quantum + n log n).
    Source: Silberschatz, Galvin and Gagne, Operating System Concepts, 5.3.
    """
    if quantum < 1 or any(arrival < 0 or duration < 0 for arrival, duration in jobs):
        raise ValueError("a positive quantum and no negative times were expected")
    finish = [arrival for arrival, _ in jobs]
    left = [duration for _, duration in jobs]
    coming = deque(sorted((job for job in range(len(jobs)) if left[job]), key=lambda job: (jobs[job][0], job)))
    waiting: deque[int] = deque()
    clock = 0
    while coming or waiting:
        if not waiting:
            clock = max(clock, jobs[coming[0]][0])
            waiting.append(coming.popleft())
        job = waiting.popleft()
        spent = min(quantum, left[job])
        clock += spent
        left[job] -= spent
        while coming and jobs[coming[0]][0] <= clock:
            waiting.append(coming.popleft())
        if left[job]:
            waiting.append(job)
        else:
            finish[job] = clock
    return finish


EXAMPLES = [
    (([(0, 5), (1, 3), (2, 1)], 2), [9, 8, 5]),
    (([], 1), []),
    (([(4, 2)], 3), [6]),
    (([(0, 0), (0, 1)], 1), [0, 1]),
]
REFUSED = [([(0, 1)], 0), ([(-1, 1)], 1)]


def inputs(random):
    for _ in range(120):
        yield [(random.randint(0, 6), random.randint(0, 5)) for _ in range(random.randint(0, 5))], random.randint(1, 3)


def property_the_processor_is_never_idle_while_work_waits(result, jobs, quantum):
    clock = 0
    for arrival, duration in sorted(jobs):
        if duration:
            clock = max(clock, arrival) + duration
    return max((f for f, (_, d) in zip(result, jobs, strict=True) if d), default=0) == clock


def property_nobody_waits_longer_than_full_turns(result, jobs, quantum):
    for finish, (arrival, duration) in zip(result, jobs, strict=True):
        turns = -(-duration // quantum)
        most = sum(min(d, (turns + 1) * quantum) for _, d in jobs)
        if not arrival + duration <= finish <= arrival + most:
            return False
    return True


def property_work_done_by_each_finish_adds_up(result, jobs, quantum):
    return all(sum(d for f, (_, d) in zip(result, jobs, strict=True) if f <= t) <= t for t in result)
