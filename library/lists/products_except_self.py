def products_except_self(values: list[int]) -> list[int]:
    """For each place give the product of all the other members, without dividing; zeros are no special case.

    Use when: leave-one-out products or weights are needed.
    Complexity: O(n).
    Source: products of what stands before, times products of what stands after.
    """
    result, running = [], 1
    for value in values:
        result.append(running)
        running *= value
    running = 1
    for place in range(len(values) - 1, -1, -1):
        result[place] *= running
        running *= values[place]
    return result


EXAMPLES = [(([1, 2, 3, 4],), [24, 12, 8, 6]), (([0, 5],), [5, 0]), (([7],), [1]), (([],), []), (([0, 0],), [0, 0])]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(-3, 4) for _ in range(random.randint(0, 8))],)


def oracle(values):
    answer = []
    for skip in range(len(values)):
        product = 1
        for place, value in enumerate(values):
            product *= value if place != skip else 1
        answer.append(product)
    return answer
