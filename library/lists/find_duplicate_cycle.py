def find_duplicate_cycle(values: list[int]) -> int:
    """Find the value that occurs more than once among n + 1 numbers from 1 to n, in constant memory.

    Use when: read-only data with one repeated number is searched.
    Complexity: O(n) time, O(1) memory.
    Source: Floyd's cycle detection on the links position -> value.
    """
    if not values or not all(1 <= v < len(values) for v in values):
        raise ValueError("n + 1 numbers from 1 to n were expected")
    slow = fast = 0
    while True:
        slow, fast = values[slow], values[values[fast]]
        if slow == fast:
            break
    start = 0
    while start != slow:
        start, slow = values[start], values[slow]
    return start


EXAMPLES = [(([1, 3, 4, 2, 2],), 2), (([1, 1],), 1), (([2, 2, 2, 2],), 2), (([3, 1, 3, 4, 2],), 3)]
REFUSED = [([],), ([1, 2, 3],), ([0, 1],)]


def inputs(random):
    for _ in range(200):
        n = random.randint(1, 9)
        numbers = list(range(1, n + 1))
        random.shuffle(numbers)
        twice = random.choice(numbers)
        numbers = [twice if random.random() < 0.2 else v for v in numbers] + [twice]
        random.shuffle(numbers)
        yield (numbers,)


def property_occurs_more_than_once(result, values):
    return values.count(result) > 1
