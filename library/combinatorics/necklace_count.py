from itertools import product
from math import gcd


def necklace_count(beads: int, colours: int, flips: bool) -> int:
    """Count rings of beads up to rotation, and up to turning over as well if flips is true.

    Use when: cyclic patterns are counted with symmetries.
    Complexity: O(beads) powers.
    Source: the Cauchy-Frobenius (Burnside) lemma.
    """
    if beads < 1 or colours < 0:
        raise ValueError("at least one bead and no negative number of colours were expected")
    fixed = sum(colours ** gcd(turn, beads) for turn in range(beads))
    if not flips:
        return fixed // beads
    if beads % 2:
        mirrored = beads * colours ** ((beads + 1) // 2)
    else:
        mirrored = beads // 2 * (colours ** (beads // 2) + colours ** (beads // 2 + 1))
    return (fixed + mirrored) // (2 * beads)


EXAMPLES = [((3, 2, False), 4), ((6, 2, True), 13), ((1, 5, True), 5), ((4, 0, False), 0)]
REFUSED = [(0, 2, False), (3, -1, True)]


def inputs(random):
    for beads in range(1, 7):
        for colours in range(1, 4):
            for flips in (False, True):
                yield beads, colours, flips


def oracle(beads, colours, flips):
    def forms(w):
        turns = [w[i:] + w[:i] for i in range(beads)]
        return min(turns + [t[::-1] for t in turns] if flips else turns)

    return len({forms(w) for w in product(range(colours), repeat=beads)})
