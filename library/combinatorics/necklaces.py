from itertools import product


def necklaces(beads: int, colours: int) -> list[list[int]]:
    """List the different rings of coloured beads up to rotation, each as its smallest reading, in dictionary order.

    Use when: cyclic patterns are enumerated once each.
    Complexity: O(size of the answer), amortised.
    Source: Fredricksen, Kessler and Maiorana; Ruskey, Combinatorial Generation, 7.2.
    """
    if beads < 1 or colours < 1:
        raise ValueError("at least one bead and one colour were expected")
    found: list[list[int]] = []
    word = [0] * beads
    period = 1
    while True:
        if beads % period == 0:
            found.append(list(word))
        last = beads
        while last and word[last - 1] == colours - 1:
            last -= 1
        if not last:
            return found
        period = last
        word[period - 1] += 1
        for place in range(period, beads):
            word[place] = word[place - period]


EXAMPLES = [
    ((3, 2), [[0, 0, 0], [0, 0, 1], [0, 1, 1], [1, 1, 1]]),
    ((1, 3), [[0], [1], [2]]),
    ((2, 2), [[0, 0], [0, 1], [1, 1]]),
]
REFUSED = [(0, 2), (2, 0)]


def inputs(random):
    for beads in range(1, 7):
        for colours in range(1, 5):
            yield beads, colours


def oracle(beads, colours):
    words = product(range(colours), repeat=beads)
    return [list(w) for w in words if all(w <= w[i:] + w[:i] for i in range(beads))]
