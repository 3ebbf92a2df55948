from itertools import pairwise


def zeckendorf_representation(number: int) -> list[int]:
    """Write a number as the sum of Fibonacci numbers no two of which are neighbours, largest first.

    Use when: Fibonacci coding, or games such as Fibonacci nim, need the unique representation.
    Complexity: O(log number) additions.
    Source: Zeckendorf's theorem; the greedy algorithm.
    """
    if number < 0:
        raise ValueError(f"{number} is negative")
    fibonacci = [1, 2]
    while fibonacci[-1] <= number:
        fibonacci.append(fibonacci[-1] + fibonacci[-2])
    parts = []
    for value in reversed(fibonacci):
        if value <= number:
            parts.append(value)
            number -= value
    return parts


EXAMPLES = [((100,), [89, 8, 3]), ((0,), []), ((1,), [1]), ((4,), [3, 1])]
REFUSED = [(-1,)]


def inputs(random):
    for number in range(200):
        yield (number,)


def property_adds_up(result, number):
    return sum(result) == number


def property_has_no_neighbours(result, number):
    order = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]
    at = [order.index(v) for v in result]
    return all(a - b >= 2 for a, b in pairwise(at))
