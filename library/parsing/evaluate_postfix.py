def evaluate_postfix(tokens: list[str]) -> int:
    """Evaluate integers and + - * / in reverse Polish notation; division truncates toward zero.

    Use when: output of a compiler or an RPN calculator is run.
    Complexity: O(n).
    Source: Bauer and Samelson's stack principle, 1957.
    """
    stack: list[int] = []
    for token in tokens:
        if token not in ("+", "-", "*", "/"):
            stack.append(int(token))
            continue
        if len(stack) < 2:
            raise ValueError(f"{token!r} lacks an operand")
        right, left = stack.pop(), stack.pop()
        if token == "/":
            if right == 0:
                raise ValueError("division by zero")
            quotient = abs(left) // abs(right)
            stack.append(quotient if (left < 0) == (right < 0) else -quotient)
        else:
            stack.append(left + right if token == "+" else left - right if token == "-" else left * right)
    if len(stack) != 1:
        raise ValueError(f"{len(stack)} values are left, 1 was expected")
    return stack[0]


EXAMPLES = [
    ((["2", "1", "+", "3", "*"],), 9),
    ((["7", "-2", "/"],), -3),
    ((["5"],), 5),
    ((["4", "13", "5", "/", "+"],), 6),
]
REFUSED = [([],), (["+"],), (["1", "2"],), (["1", "0", "/"],), (["x"],)]


def inputs(random):
    def grow(depth):
        if depth == 0 or random.random() < 0.3:
            return [str(random.randint(-9, 9))]
        operator = random.choice("+-*/")
        return [*grow(depth - 1), *([str(random.choice([-3, 2, 5]))] if operator == "/" else grow(depth - 1)), operator]

    for _ in range(150):
        yield (grow(4),)


def oracle(tokens):
    def value(rest):
        token = rest.pop()
        if token not in "+-*/":
            return int(token)
        b = value(rest)
        a = value(rest)
        return {"+": a + b, "-": a - b, "*": a * b, "/": int(a / (b or 1))}[token]

    return value(list(tokens))
