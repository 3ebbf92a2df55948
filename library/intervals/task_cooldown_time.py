from collections import Counter


def task_cooldown_time(tasks: str, cooldown: int) -> int:
    """Return the fewest time slots for tasks, one letter each, when equal ones must be cooldown slots apart.

    Use when: rate limits or rest periods between equal actions are planned; order is free.
    Complexity: O(n).
    Source: the most frequent tasks set up frames that the others fill.
    """
    if cooldown < 0:
        raise ValueError(f"cooldown {cooldown} is negative")
    counts = Counter(tasks)
    most = max(counts.values(), default=0)
    at_most = sum(count == most for count in counts.values())
    return max(len(tasks), (most - 1) * (cooldown + 1) + at_most) if tasks else 0


EXAMPLES = [(("AAABBB", 2), 8), (("AAABBB", 0), 6), (("", 3), 0), (("AAAB", 3), 9)]
REFUSED = [("A", -1)]


def inputs(random):
    for _ in range(120):
        yield "".join(random.choices("ABC", weights=(3, 2, 1), k=random.randint(0, 9))), random.randint(0, 3)


def oracle(tasks, cooldown):
    # in every slot run the ready task of which most are left
    left, ready, time = Counter(tasks), dict.fromkeys(tasks, 0), 0
    while left.total():
        able = [t for t in left if left[t] and ready[t] <= time]
        if able:
            task = max(able, key=lambda t: left[t])
            left[task] -= 1
            ready[task] = time + cooldown + 1
        time += 1
    return time
