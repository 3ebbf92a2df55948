def hex_line_distance(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Count the steps between two cells of a hexagonal grid in axial coordinates (q, r).

    Use when: board games or maps on hexagons measure moves.
    Complexity: O(1).
    Source: a hexagonal grid is a plane of a cubic one; Patel, Hexagonal Grids.
    """
    dq, dr = first[0] - second[0], first[1] - second[1]
    return max(abs(dq), abs(dr), abs(dq + dr))


EXAMPLES = [(((0, 0), (1, -1)), 1), (((0, 0), (2, 1)), 3), (((3, 3), (3, 3)), 0), (((-1, 2), (1, -2)), 4)]


def inputs(random):
    for _ in range(80):
        yield tuple((random.randint(-3, 3), random.randint(-3, 3)) for _ in range(2))


def oracle(first, second):
    reached, steps = {first}, 0
    while second not in reached:
        reached = reached | {
            (q + a, r + b) for q, r in reached for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1))
        }
        steps += 1
    return steps
