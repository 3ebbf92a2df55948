def schedule_with_deadlines(jobs: list[tuple[int, int]]) -> tuple[int, list[int]]:
    """Choose unit-time (deadline, profit) jobs of the largest profit that all can be done in time: (profit, indices).

    Deadlines count from 1; indices rise. Of jobs with equal profit the earlier listed is preferred.
    Use when: single-slot work such as ads, repairs or exams is selected.
    Complexity: O(n log n), nearly.
    Source: Sahni 1974; each job takes the latest free slot, found by union-find.
    """
    latest = max((deadline for deadline, _ in jobs), default=0)
    slot = list(range(max(latest, 0) + 1))

    def free(time: int) -> int:
        while slot[time] != time:
            slot[time] = slot[slot[time]]
            time = slot[time]
        return time

    chosen = []
    for job in sorted(range(len(jobs)), key=lambda j: (-jobs[j][1], j)):
        deadline, profit = jobs[job]
        if deadline < 1 or profit <= 0:
            continue
        time = free(min(deadline, len(slot) - 1))
        if time:
            slot[time] = time - 1
            chosen.append(job)
    return sum(jobs[job][1] for job in chosen), sorted(chosen)


EXAMPLES = [
    (([(2, 100), (1, 19), (2, 27), (1, 25), (3, 15)],), (142, [0, 2, 4])),
    (([],), (0, [])),
    (([(0, 9)],), (0, [])),
    (([(1, 5), (1, 5)],), (5, [0])),
]


def inputs(random):
    for _ in range(120):
        yield ([(random.randint(0, 4), random.randint(0, 9)) for _ in range(random.randint(0, 7))],)


def property_can_be_done_in_time(result, jobs):
    profit, chosen = result
    deadlines = sorted(jobs[j][0] for j in chosen)
    return profit == sum(jobs[j][1] for j in chosen) and all(d >= t for t, d in enumerate(deadlines, 1))


def property_no_choice_earns_more(result, jobs):
    best = 0
    for m in range(1 << len(jobs)):
        chosen = sorted(jobs[j] for j in range(len(jobs)) if m >> j & 1)
        if all(d >= t for t, (d, _) in enumerate(chosen, 1)):
            best = max(best, sum(p for _, p in chosen))
    return result[0] == best
