def bipartite_matching(choices: list[list[int]], rights: int) -> list[int | None]:
    """Match as many left nodes as possible, each to one of its choices among 0..rights-1, none used twice.

    Entry i is the partner of left node i, or None.
    Use when: people and jobs, or rows and columns, are paired.
    Complexity: O(lefts * edges).
    Source: Kuhn's augmenting paths; Berge 1957.
    """
    owner: list[int | None] = [None] * rights

    def place(left: int, tried: set[int]) -> bool:
        for right in choices[left]:
            if right in tried:
                continue
            tried.add(right)
            if owner[right] is None or place(owner[right], tried):
                owner[right] = left
                return True
        return False

    for left in range(len(choices)):
        place(left, set())
    partner: list[int | None] = [None] * len(choices)
    for right, left in enumerate(owner):
        if left is not None:
            partner[left] = right
    return partner


EXAMPLES = [(([[0, 1], [0]], 2), [1, 0]), (([], 3), []), (([[0], [0]], 1), [0, None]), (([[]], 0), [None])]


def inputs(random):
    for _ in range(150):
        rights = random.randint(0, 4)
        yield [random.sample(range(rights), random.randint(0, rights)) for _ in range(random.randint(0, 4))], rights


def property_pairs_are_allowed_and_distinct(result, choices, rights):
    used = [r for r in result if r is not None]
    return len(set(used)) == len(used) and all(r is None or r in c for r, c in zip(result, choices, strict=True))


def property_no_matching_is_larger(result, choices, rights):
    def best(at, free):
        if at == len(choices):
            return 0
        return max([best(at + 1, free)] + [1 + best(at + 1, free - {r}) for r in choices[at] if r in free])

    return sum(r is not None for r in result) == best(0, frozenset(range(rights)))
