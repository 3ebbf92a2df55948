from itertools import product


def balanced_parentheses(pairs: int) -> list[str]:
    """List all correct sequences of a number of pairs of parentheses, in dictionary order.

    Use when: trees, bracketings or test inputs for parsers are enumerated.
    Complexity: O(pairs * Catalan(pairs)), the size of the answer.
    Source: open while some are left, close while some are open.
    """
    if pairs < 0:
        raise ValueError(f"{pairs} is negative")
    finished: list[str] = []
    stack = [("", 0, 0)]
    while stack:
        text, opened, closed = stack.pop()
        if closed == pairs:
            finished.append(text)
            continue
        if closed < opened:
            stack.append((text + ")", opened, closed + 1))
        if opened < pairs:
            stack.append((text + "(", opened + 1, closed))
    return finished


EXAMPLES = [((3,), ["((()))", "(()())", "(())()", "()(())", "()()()"]), ((0,), [""]), ((1,), ["()"])]
REFUSED = [(-1,)]


def inputs(random):
    for pairs in range(8):
        yield (pairs,)


def oracle(pairs):
    def correct(p):
        depth = 0
        for c in p:
            depth += 1 if c == "(" else -1
            if depth < 0:
                return False
        return depth == 0

    return ["".join(p) for p in product("()", repeat=2 * pairs) if correct(p)]
