def two_satisfiability(variables: int, clauses: list[tuple[int, int]]) -> bool:
    """Decide whether clauses of two literals can all hold; literal v stands for variable v >= 1, -v for its negation.

    Use when: pairwise exclusions, placements or choices between two options are checked.
    Complexity: O(variables * (variables + clauses)).
    Source: Even, Itai and Shamir 1976 (doi:10.1137/0205048): guess, propagate, and keep what does not clash.
    """
    if any(not 1 <= abs(literal) <= variables for clause in clauses for literal in clause):
        raise ValueError(f"a literal is not one of 1 to {variables} or its negation")
    implied: dict[int, list[int]] = {}
    for a, b in clauses:
        implied.setdefault(-a, []).append(b)
        implied.setdefault(-b, []).append(a)

    def consequences(literal: int) -> set[int] | None:
        held, stack = {literal}, [literal]
        while stack:
            for other in implied.get(stack.pop(), []):
                if -other in held:
                    return None
                if other not in held:
                    held.add(other)
                    stack.append(other)
        return held

    settled: set[int] = set()
    for variable in range(1, variables + 1):
        if variable in settled or -variable in settled:
            continue
        held = consequences(variable) or consequences(-variable)
        if held is None:
            return False
        settled |= held
    return True


EXAMPLES = [
    ((2, [(1, 2), (-1, 2), (1, -2)]), True),
    ((1, [(1, 1), (-1, -1)]), False),
    ((0, []), True),
    ((2, [(1, 2), (-1, 2), (1, -2), (-1, -2)]), False),
]
REFUSED = [(1, [(1, 2)]), (1, [(0, 1)])]


def inputs(random):
    for _ in range(200):
        n = random.randint(1, 4)
        literals = [v * s for v in range(1, n + 1) for s in (1, -1)]
        yield n, [tuple(random.choices(literals, k=2)) for _ in range(random.randint(0, 10))]


def oracle(variables, clauses):
    worlds = [[m >> v & 1 for v in range(variables)] for m in range(1 << variables)]
    return any(all(any(w[abs(x) - 1] == (x > 0) for x in c) for c in clauses) for w in worlds)
