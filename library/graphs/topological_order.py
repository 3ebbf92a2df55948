from heapq import heapify, heappop, heappush


def topological_order(needs: dict[str, list[str]]) -> list[str]:
    """Order tasks so that each comes after all it needs, alphabetically where free. Raises ValueError for a cycle.

    Use when: builds, courses or imports with dependencies are scheduled.
    Complexity: O((tasks + needs) log tasks).
    Source: Kahn 1962 (doi:10.1145/368996.369025) with a heap for the smallest order.
    """
    tasks = {*needs, *(other for others in needs.values() for other in others)}
    waiting = {task: set(needs.get(task, ())) for task in tasks}
    users: dict[str, list[str]] = {task: [] for task in tasks}
    for task, others in waiting.items():
        for other in others:
            users[other].append(task)
    ready = [task for task in tasks if not waiting[task]]
    heapify(ready)
    order = []
    while ready:
        done = heappop(ready)
        order.append(done)
        for user in users[done]:
            waiting[user].discard(done)
            if not waiting[user]:
                heappush(ready, user)
    if len(order) < len(tasks):
        raise ValueError(f"a cycle runs through {min(tasks - set(order))} or what it needs")
    return order


EXAMPLES = [
    (({"app": ["lib", "ui"], "ui": ["lib"]},), ["lib", "ui", "app"]),
    (({},), []),
    (({"b": [], "a": []},), ["a", "b"]),
]
REFUSED = [({"a": ["b"], "b": ["a"]},), ({"a": ["a"]},)]


def inputs(random):
    for _ in range(150):
        names = random.sample("abcdef", random.randint(0, 6))
        yield ({n: random.sample(names[:i], random.randint(0, min(i, 2))) for i, n in enumerate(names)},)


def oracle(needs):
    order, left = [], set(needs)
    while left:
        order.append(min(t for t in left if all(n in order for n in needs[t])))
        left.discard(order[-1])
    return order
