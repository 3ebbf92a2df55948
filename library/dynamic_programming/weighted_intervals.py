from bisect import bisect_right


def weighted_intervals(jobs: list[tuple[int, int, int]]) -> tuple[int, list[tuple[int, int, int]]]:
    """Choose (start, end, gain) jobs that do not overlap and earn most: (gain, jobs by end). Ends are exclusive.

    Use when: bookings compete for one room or machine.
    Complexity: O(n log n).
    Source: Kleinberg and Tardos, Algorithm Design, 6.1.
    """
    ordered = sorted((job for job in jobs if job[0] < job[1]), key=lambda job: (job[1], job[0]))
    ends = [end for _, end, _ in ordered]
    best = [0]
    before = []
    for start, _, gain in ordered:
        before.append(bisect_right(ends, start))
        best.append(max(best[-1], best[before[-1]] + gain))
    chosen, place = [], len(ordered)
    while place:
        if best[place] == best[place - 1]:
            place -= 1
        else:
            chosen.append(ordered[place - 1])
            place = before[place - 1]
    return best[-1], chosen[::-1]


EXAMPLES = [
    (([(1, 3, 5), (2, 5, 6), (4, 6, 5)],), (10, [(1, 3, 5), (4, 6, 5)])),
    (([],), (0, [])),
    (([(0, 1, -2)],), (0, [])),
    (([(0, 2, 1), (2, 4, 1)],), (2, [(0, 2, 1), (2, 4, 1)])),
]


def inputs(random):
    for _ in range(120):
        jobs = [
            (a := random.randint(0, 9), a + random.randint(1, 5), random.randint(0, 9))
            for _ in range(random.randint(0, 7))
        ]
        yield (jobs,)


def property_chosen_jobs_earn_it_without_overlap(result, jobs):
    gain, chosen = result
    apart = all(a[1] <= b[0] for a, b in zip(chosen, chosen[1:], strict=False))
    return apart and gain == sum(g for _, _, g in chosen) and all(c in jobs for c in chosen)


def property_no_choice_earns_more(result, jobs):
    def best(rest, free):
        return max((g + best(rest[i + 1 :], e) for i, (s, e, g) in enumerate(rest) if s >= free), default=0)

    return result[0] == best(sorted(jobs), -1)
