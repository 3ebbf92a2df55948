from itertools import permutations
from math import comb


def multinomial(parts: list[int]) -> int:
    """Count the arrangements of a word whose letters occur parts[0], parts[1], … times.

    Use when: anagrams with repeated letters or outcomes of repeated trials are counted.
    Complexity: O(parts) binomials.
    Source: n! / (a! b! …) as a product of binomials, which stays small.
    """
    if any(part < 0 for part in parts):
        raise ValueError("a part is negative")
    total, count = 0, 1
    for part in parts:
        total += part
        count *= comb(total, part)
    return count


EXAMPLES = [(([1, 4, 4, 2],), 34650), (([],), 1), (([3, 0],), 1), (([1, 1, 1],), 6)]
REFUSED = [([-1, 2],)]


def inputs(random):
    for _ in range(40):
        yield ([random.randint(0, 3) for _ in range(random.randint(0, 2))] + [random.randint(0, 1)],)


def oracle(parts):
    word = [letter for letter, count in enumerate(parts) for _ in range(count)]
    return len(set(permutations(word)))
