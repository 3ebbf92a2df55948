def page_rank(links: list[list[int]], damping: float, rounds: int) -> list[float]:
    """Score pages by the chance that a random surfer is there after a number of rounds, starting evenly.

    A page without links leads everywhere with equal chance. Scores add up to 1.
    Use when: nodes of a link graph are ranked by importance.
    Complexity: O(rounds * (pages + links)).
    Source: Page et al. 1999, The PageRank Citation Ranking.
    """
    if not 0 <= damping <= 1 or rounds < 0:
        raise ValueError("a damping of 0 to 1 and a number of rounds were expected")
    size = len(links)
    if not size:
        return []
    rank = [1 / size] * size
    for _ in range(rounds):
        stuck = sum(score for score, out in zip(rank, links, strict=True) if not out)
        fresh = [(1 - damping + damping * stuck) / size] * size
        for score, out in zip(rank, links, strict=True):
            for target in out:
                fresh[target] += damping * score / len(out)
        rank = fresh
    return rank


EXAMPLES = [
    (([[1], [0]], 0.85, 10), [0.5, 0.5]),
    (([], 0.85, 3), []),
    (([[], []], 0.5, 1), [0.5, 0.5]),
    (([[1], []], 1.0, 1), [0.25, 0.75]),
]
REFUSED = [([[0]], 1.5, 1), ([[0]], 0.5, -1)]


def inputs(random):
    for _ in range(80):
        n = random.randint(1, 5)
        yield (
            [random.choices(range(n), k=random.randint(0, 3)) for _ in range(n)],
            random.random(),
            random.randint(0, 6),
        )


def oracle(links, damping, rounds):
    n = len(links)
    step = [[out.count(j) / len(out) if out else 1 / n for j in range(n)] for out in links]
    rank = [1 / n] * n
    for _ in range(rounds):
        rank = [(1 - damping) / n + damping * sum(rank[i] * step[i][j] for i in range(n)) for j in range(n)]
    return rank
