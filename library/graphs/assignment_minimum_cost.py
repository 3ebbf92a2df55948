def assignment_minimum_cost(costs: list[list[int]]) -> tuple[int, list[int]]:
    """Assign each row of a matrix with at least as many columns to a column of its own, at the least total cost.

    Returns (total, column of each row).
    Use when: workers and tasks, or detections and tracks, are paired optimally.
    Complexity: O(rows^2 * columns).
    Source: the Hungarian method, Kuhn 1955, by shortest augmenting paths (Jonker and Volgenant 1987).
    """
    rows, columns = len(costs), len(costs[0]) if costs else 0
    if rows > columns:
        raise ValueError(f"{rows} rows cannot have columns of their own among {columns}")
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    owner = [0] * (columns + 1)  # row of each column, both counted from 1
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        slack, before = [float("inf")] * (columns + 1), [0] * (columns + 1)
        done = [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            for other in range(1, columns + 1):
                if not done[other]:
                    current = owner[column]
                    reduced = costs[current - 1][other - 1] - row_price[current] - column_price[other]
                    if reduced < slack[other]:
                        slack[other], before[other] = reduced, column
            nearest = min((c for c in range(1, columns + 1) if not done[c]), key=slack.__getitem__)
            step = slack[nearest]
            for other in range(columns + 1):
                if done[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    chosen = {row: column for column, row in enumerate(owner) if column and row}
    assignment = [chosen[row] - 1 for row in range(1, rows + 1)]
    return sum(line[c] for line, c in zip(costs, assignment, strict=True)), assignment


EXAMPLES = [(([[4, 1, 3], [2, 0, 5], [3, 2, 2]],), (5, [1, 0, 2])), (([],), (0, [])), (([[7, -2]],), (-2, [1]))]
REFUSED = [([[1], [2]],)]


def inputs(random):
    for _ in range(120):
        columns = random.randint(1, 5)
        yield ([[random.randint(-5, 9) for _ in range(columns)] for _ in range(random.randint(0, columns))],)


def property_is_an_assignment_of_that_cost(result, costs):
    total, chosen = result
    return len(set(chosen)) == len(chosen) == len(costs) and total == sum(
        r[c] for r, c in zip(costs, chosen, strict=True)
    )


def property_none_is_cheaper(result, costs):
    def best(row, used):
        return (
            min(costs[row][c] + best(row + 1, used | {c}) for c in range(len(costs[row])) if c not in used)
            if row < len(costs)
            else 0
        )

    return result[0] == best(0, frozenset())
