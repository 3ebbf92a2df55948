def free_slots(
    calendars: list[list[tuple[int, int]]], opening: int, closing: int, length: int
) -> list[tuple[int, int]]:
    """List the stretches from opening to closing that are free in all calendars and at least length long.

    Entries are half-open (start, end) in any order and may overlap.
    Use when: a common meeting time is looked for.
    Complexity: O(n log n).
    Source: a sweep over all entries with the furthest end so far.
    """
    slots, free_from = [], opening
    for start, end in sorted(entry for calendar in calendars for entry in calendar):
        if start >= end:
            continue
        until = min(start, closing)
        if until - free_from >= length and until > free_from:
            slots.append((free_from, until))
        free_from = max(free_from, end)
    if closing - free_from >= length and closing > free_from:
        slots.append((free_from, closing))
    return slots


EXAMPLES = [
    (([[(9, 10), (12, 13)], [(9, 11), (16, 18)]], 8, 18, 2), [(13, 16)]),
    (([], 9, 17, 1), [(9, 17)]),
    (([[(0, 24)]], 9, 17, 1), []),
    (([[(10, 11)]], 9, 12, 1), [(9, 10), (11, 12)]),
]


def inputs(random):
    for _ in range(150):
        calendars = [
            [(a := random.randint(0, 16), a + random.randint(0, 4)) for _ in range(random.randint(0, 4))]
            for _ in range(random.randint(0, 3))
        ]
        yield calendars, 4, 16, random.randint(0, 3)


def oracle(calendars, opening, closing, length):
    free = [opening <= x < closing and not any(a <= x < b for c in calendars for a, b in c) for x in range(-1, 25)]
    starts = [x for x, (p, q) in enumerate(zip(free, free[1:], strict=False)) if q and not p]
    ends = [x for x, (p, q) in enumerate(zip(free, free[1:], strict=False)) if p and not q]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b - a >= length]
