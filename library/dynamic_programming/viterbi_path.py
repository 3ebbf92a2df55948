def viterbi_path(starts: list[float], moves: list[list[float]], shows: list[list[float]], seen: list[int]) -> list[int]:
    """Return the likeliest sequence of hidden states behind observations, the smallest of equally likely ones.

    starts[i] is the chance of state i at first, moves[i][j] of going from i to j, shows[i][o] of observing o in i.
    Use when: tagging, error correction or segmentation is modelled by a hidden Markov chain.
    Complexity: O(len(seen) * states^2).
    Source: Viterbi 1967 (doi:10.1109/TIT.1967.1054010).
    """
    if not seen:
        return []
    states = range(len(starts))
    best = [[0.0] * len(starts) for _ in seen]  # chance of the likeliest rest, given the state
    best[-1] = [shows[i][seen[-1]] for i in states]
    for t in range(len(seen) - 2, -1, -1):
        best[t] = [shows[i][seen[t]] * max(moves[i][j] * best[t + 1][j] for j in states) for i in states]
    path = [max(states, key=lambda i: starts[i] * best[0][i])]
    for t in range(1, len(seen)):
        path.append(max(states, key=lambda j: moves[path[-1]][j] * best[t][j]))
    return path


EXAMPLES = [
    (([0.6, 0.4], [[0.7, 0.3], [0.4, 0.6]], [[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]], [0, 1, 2]), [0, 0, 1]),
    (([1.0], [[1.0]], [[1.0]], [0, 0]), [0, 0]),
    (([0.5, 0.5], [[1.0, 0.0], [0.0, 1.0]], [[1.0], [1.0]], []), []),
]


def inputs(random):
    def row(n):
        parts = [random.randint(1, 20) for _ in range(n)]
        return [p / sum(parts) for p in parts]

    for _ in range(60):
        n = random.randint(1, 3)
        yield (
            row(n),
            [row(n) for _ in range(n)],
            [row(2) for _ in range(n)],
            random.choices([0, 1], k=random.randint(0, 4)),
        )


def property_no_sequence_is_likelier(result, starts, moves, shows, seen):
    def chance(path):
        p = 1.0
        for t, i in enumerate(path):
            p *= (moves[path[t - 1]][i] if t else starts[i]) * shows[i][seen[t]]
        return p

    paths = [[]]
    for _ in seen:
        paths = [p + [i] for p in paths for i in range(len(starts))]
    return len(result) == len(seen) and chance(result) >= max(map(chance, paths)) * (1 - 1e-9)
