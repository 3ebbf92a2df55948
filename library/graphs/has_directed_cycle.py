def has_directed_cycle(successors: dict[str, list[str]]) -> bool:
    """Decide whether a directed graph has a cycle, self-loops included.

    Use when: dependencies, inheritance or deadlocks are checked.
    Complexity: O(nodes + edges), without recursion.
    Source: depth-first search with three colours (Cormen et al., 22.3).
    """
    done: set[str] = set()
    for root in successors:
        path: dict[str, list[str]] = {}
        node: str | None = root if root not in done else None
        while node is not None:
            pending = path.setdefault(node, list(successors.get(node, [])))
            if not pending:
                done.add(node)
                del path[node]
                node = next(reversed(path), None)
                continue
            following = pending.pop()
            if following in path:
                return True
            if following not in done:
                node = following
    return False


EXAMPLES = [
    (({"a": ["b"], "b": ["c"], "c": ["a"]},), True),
    (({"a": ["b", "c"], "b": ["c"]},), False),
    (({},), False),
    (({"a": ["a"]},), True),
]


def inputs(random):
    for _ in range(200):
        names = "abcde"[: random.randint(0, 5)]
        yield ({n: random.sample(names, random.randint(0, min(2, len(names)))) for n in names},)


def oracle(successors):
    left = set(successors)
    while free := {n for n in left if not set(successors[n]) & left}:
        left -= free
    return bool(left)
