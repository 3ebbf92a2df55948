def stack_with_minimum(operations: list[tuple[str, int]]) -> list[int]:
    """Run ("push", value), ("pop", 0) and ("min", 0) on a stack; returns what pop and min gave.

    Use when: the smallest of what is stacked is needed at any time. Popping an empty stack raises ValueError.
    Complexity: O(1) an operation.
    Source: each entry remembers the minimum below and with it.
    """
    stack: list[tuple[int, int]] = []
    answers = []
    for name, value in operations:
        if name == "push":
            stack.append((value, min(value, stack[-1][1]) if stack else value))
        elif name not in ("pop", "min") or not stack:
            raise ValueError(f"{name!r} cannot be done on a stack of {len(stack)}")
        else:
            answers.append(stack.pop()[0] if name == "pop" else stack[-1][1])
    return answers


EXAMPLES = [
    (([("push", 3), ("push", 1), ("min", 0), ("pop", 0), ("min", 0)],), [1, 1, 3]),
    (([],), []),
    (([("push", 2), ("push", 2), ("pop", 0), ("min", 0)],), [2, 2]),
]
REFUSED = [([("pop", 0)],), ([("min", 0)],), ([("top", 0)],)]


def inputs(random):
    for _ in range(150):
        operations, depth = [], 0
        for _ in range(random.randint(0, 14)):
            name = random.choice(["push", "pop", "min"]) if depth else "push"
            depth += {"push": 1, "pop": -1, "min": 0}[name]
            operations.append((name, random.randint(-9, 9) if name == "push" else 0))
        yield (operations,)


def oracle(operations):
    stack, answers = [], []
    for name, value in operations:
        if name == "push":
            stack.append(value)
        elif name == "min":
            answers.append(min(stack))
        else:
            answers.append(stack[-1])
            stack = stack[:-1]
    return answers
