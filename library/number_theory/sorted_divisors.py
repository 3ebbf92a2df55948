def sorted_divisors(number: int) -> list[int]:
    """List every positive divisor of a positive integer in rising order.

    Use when: one number's divisors are needed, for instance to find equal splits or rectangles.
    Complexity: O(sqrt(number)) divisions.
    Source: divisors come in pairs d and number / d around the square root.
    """
    if number < 1:
        raise ValueError(f"{number} is not a positive integer")
    small, large, candidate = [], [], 1
    while candidate * candidate < number:
        if number % candidate == 0:
            small.append(candidate)
            large.append(number // candidate)
        candidate += 1
    if candidate * candidate == number:
        small.append(candidate)
    return small + large[::-1]


EXAMPLES = [((12,), [1, 2, 3, 4, 6, 12]), ((1,), [1]), ((49,), [1, 7, 49]), ((13,), [1, 13])]
REFUSED = [(0,), (-6,)]


def inputs(random):
    for _ in range(120):
        yield (random.randint(1, 2000),)


def oracle(number):
    return [d for d in range(1, number + 1) if number % d == 0]
