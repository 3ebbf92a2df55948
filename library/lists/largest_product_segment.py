def largest_product_segment(values: list[int]) -> int:
    """Return the largest product of a non-empty run of neighbours, negative numbers and zeros included.

    Use when: growth factors or signs are multiplied along a series.
    Complexity: O(len(values)).
    Source: running products from the left and from the right, started anew after each zero.
    """
    if not values:
        raise ValueError("there is no segment in an empty list")
    best = values[0]
    for direction in (values, values[::-1]):
        running = 0
        for value in direction:
            running = running * value or value
            best = max(best, running)
    return best


EXAMPLES = [(([2, 3, -2, 4],), 6), (([-2, 0, -1],), 0), (([-2, 3, -4],), 24), (([-5],), -5)]
REFUSED = [([],)]


def inputs(random):
    for _ in range(300):
        yield ([random.randint(-3, 3) for _ in range(random.randint(1, 8))],)


def oracle(values):
    best = None
    for i in range(len(values)):
        product = 1
        for value in values[i:]:
            product *= value
            best = product if best is None else max(best, product)
    return best
