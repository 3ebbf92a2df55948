def stable_matching(proposers: list[list[int]], acceptors: list[list[int]]) -> list[int]:
    """Match n proposers and n acceptors, each ranking all of the others, so that no two would rather have each other.

    Entry i is the acceptor of proposer i; every proposer gets the best partner that any stable matching gives.
    Use when: pupils and schools, or jobs and machines, are assigned by preferences on both sides.
    Complexity: O(n^2).
    Source: Gale and Shapley 1962 (doi:10.1080/00029890.1962.11989827).
    """
    rank = [{p: place for place, p in enumerate(order)} for order in acceptors]
    engaged: dict[int, int] = {}
    asked = [0] * len(proposers)
    free = list(range(len(proposers)))
    while free:
        proposer = free.pop()
        acceptor = proposers[proposer][asked[proposer]]
        asked[proposer] += 1
        rival = engaged.get(acceptor)
        if rival is None or rank[acceptor][proposer] < rank[acceptor][rival]:
            engaged[acceptor], proposer = proposer, rival
        if proposer is not None:
            free.append(proposer)
    partner = {p: a for a, p in engaged.items()}
    return [partner[p] for p in range(len(proposers))]


EXAMPLES = [(([[0, 1], [0, 1]], [[1, 0], [0, 1]]), [1, 0]), (([], []), []), (([[0]], [[0]]), [0])]


def inputs(random):
    for _ in range(100):
        n = random.randint(0, 5)
        yield [random.sample(range(n), n) for _ in range(n)], [random.sample(range(n), n) for _ in range(n)]


def property_nobody_would_change(result, proposers, acceptors):
    holder = {a: p for p, a in enumerate(result)}
    better = ((p, a) for p, order in enumerate(proposers) for a in order[: order.index(result[p])])
    return len(holder) == len(result) and not any(
        acceptors[a].index(p) < acceptors[a].index(holder[a]) for p, a in better
    )
