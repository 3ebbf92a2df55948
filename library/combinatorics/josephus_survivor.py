def josephus_survivor(people: int, step: int) -> int:
    """Return the place, from 0, of the last one left when every step-th of a circle goes out.

    Use when: counting-out games or cyclic eliminations are decided.
    Complexity: O(people).
    Source: Graham, Knuth and Patashnik, 3.3: J(n) = (J(n-1) + step) mod n.
    """
    if people < 1 or step < 1:
        raise ValueError("at least one person and a step of at least 1 were expected")
    survivor = 0
    for size in range(2, people + 1):
        survivor = (survivor + step) % size
    return survivor


EXAMPLES = [((41, 3), 30), ((1, 5), 0), ((5, 2), 2), ((6, 1), 5)]
REFUSED = [(0, 2), (3, 0)]


def inputs(random):
    for _ in range(200):
        yield random.randint(1, 40), random.randint(1, 50)


def oracle(people, step):
    circle, at = list(range(people)), 0
    while len(circle) > 1:
        at = (at + step - 1) % len(circle)
        circle.pop(at)
    return circle[0]
