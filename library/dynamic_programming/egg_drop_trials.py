def egg_drop_trials(eggs: int, floors: int) -> int:
    """Return the fewest drops that surely find the highest safe floor with a number of breakable eggs.

    Use when: limits are tested with few destructive tries.
    Complexity: O(eggs * drops).
    Source: with d drops and e eggs, f(d, e) = f(d-1, e-1) + f(d-1, e) + 1 floors can be told apart.
    """
    if eggs < 1 or floors < 0:
        raise ValueError("at least one egg and no negative number of floors were expected")
    covered = [0] * (eggs + 1)
    drops = 0
    while covered[eggs] < floors:
        for egg in range(eggs, 0, -1):
            covered[egg] += covered[egg - 1] + 1
        drops += 1
    return drops


EXAMPLES = [((2, 10), 4), ((1, 5), 5), ((3, 0), 0), ((2, 100), 14)]
REFUSED = [(0, 5), (1, -1)]


def inputs(random):
    for eggs in range(1, 5):
        for floors in range(12):
            yield eggs, floors


def oracle(eggs, floors):
    table = [[0] * (floors + 1)] + [[0] + [99] * floors for _ in range(eggs)]
    table[0] = [0] + [99] * floors
    for e in range(1, eggs + 1):
        for f in range(1, floors + 1):
            table[e][f] = 1 + min(max(table[e - 1][k - 1], table[e][f - k]) for k in range(1, f + 1))
    return table[eggs][floors]
