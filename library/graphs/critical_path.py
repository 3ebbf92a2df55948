def critical_path(durations: dict[str, int], needs: dict[str, list[str]]) -> tuple[int, list[str]]:
    """Return the shortest possible time for all tasks and a chain of tasks that takes all of it.

    Among equally long chains the one found by preferring alphabetically smaller tasks from the end.
    Use when: projects with dependencies are planned and the bottleneck is wanted.
    Complexity: O(tasks log tasks + needs).
    Source: the critical path method, Kelley and Walker 1959.
    """
    finish: dict[str, int] = {}
    visiting: set[str] = set()

    def end(task: str) -> int:
        if task in visiting:
            raise ValueError(f"{task} needs itself")
        if task not in finish:
            visiting.add(task)
            finish[task] = durations[task] + max((end(other) for other in needs.get(task, [])), default=0)
            visiting.discard(task)
        return finish[task]

    for task in sorted(durations):
        end(task)
    chain: list[str] = []
    options = sorted(durations)
    while options:
        last = max(options, key=finish.__getitem__)
        chain.append(last)
        options = sorted(needs.get(last, []))
    return max(finish.values(), default=0), chain[::-1]


EXAMPLES = [
    (
        ({"dig": 3, "pour": 2, "order": 4, "build": 5}, {"pour": ["dig"], "build": ["pour", "order"]}),
        (10, ["dig", "pour", "build"]),
    ),
    (({}, {}), (0, [])),
    (({"a": 1, "b": 1}, {}), (1, ["a"])),
]
REFUSED = [({"a": 1}, {"a": ["a"]})]


def inputs(random):
    for _ in range(120):
        names = random.sample("abcdef", random.randint(0, 6))
        yield (
            {n: random.randint(0, 5) for n in names},
            {n: random.sample(names[:i], random.randint(0, min(2, i))) for i, n in enumerate(names)},
        )


def property_is_the_longest_chain(result, durations, needs):
    def longest(task):
        return durations[task] + max((longest(n) for n in needs.get(task, [])), default=0)

    return result[0] == max(map(longest, durations), default=0) == sum(durations[t] for t in result[1])


def property_each_task_needs_the_one_before(result, durations, needs):
    return all(a in needs[b] for a, b in zip(result[1], result[1][1:], strict=False))
