def continued_fraction(numerator: int, denominator: int) -> list[int]:
    """Expand a fraction into the terms of its continued fraction, the last above 1 unless it is the only one.

    Use when: good small fractions near a given ratio are looked for, as for gears or calendars.
    Complexity: O(log denominator) divisions.
    Source: Euclid's algorithm; Hardy and Wright, chapter 10.
    """
    if denominator == 0:
        raise ValueError("the denominator is zero")
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    terms = []
    while denominator:
        whole, rest = divmod(numerator, denominator)
        terms.append(whole)
        numerator, denominator = denominator, rest
    return terms


EXAMPLES = [((415, 93), [4, 2, 6, 7]), ((3, 1), [3]), ((-1, 2), [-1, 2]), ((0, 5), [0]), ((1, -3), [-1, 1, 2])]
REFUSED = [(1, 0)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-500, 500), random.choice([-1, 1]) * random.randint(1, 300)


def property_folds_back(result, numerator, denominator):
    top, bottom = result[-1], 1
    for term in reversed(result[:-1]):
        top, bottom = term * top + bottom, top
    return top * denominator == numerator * bottom


def property_is_the_short_form(result, numerator, denominator):
    return all(t > 0 for t in result[1:]) and (len(result) == 1 or result[-1] > 1)
