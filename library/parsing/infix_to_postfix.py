def infix_to_postfix(tokens: list[str]) -> list[str]:
    """Rearrange an infix expression with + - * / ^ and parentheses into reverse Polish notation.

    Use when: expressions are stored or evaluated by a stack machine. ^ binds to the right.
    Complexity: O(n).
    Source: the shunting-yard algorithm, Dijkstra 1961.
    """
    strength = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    output: list[str] = []
    waiting: list[str] = []
    for token in tokens:
        if token == "(":
            waiting.append(token)
        elif token == ")":
            while waiting and waiting[-1] != "(":
                output.append(waiting.pop())
            if not waiting:
                raise ValueError("a closing parenthesis has no opening one")
            waiting.pop()
        elif token in strength:
            while waiting and strength.get(waiting[-1], 0) >= strength[token] + (token == "^"):
                output.append(waiting.pop())
            waiting.append(token)
        else:
            output.append(token)
    if "(" in waiting:
        raise ValueError("an opening parenthesis is not closed")
    return output + waiting[::-1]


EXAMPLES = [
    ((["a", "+", "b", "*", "c"],), ["a", "b", "c", "*", "+"]),
    ((["(", "a", "+", "b", ")", "*", "c"],), ["a", "b", "+", "c", "*"]),
    (([],), []),
    ((["a", "^", "b", "^", "c"],), ["a", "b", "c", "^", "^"]),
    ((["a", "-", "b", "-", "c"],), ["a", "b", "-", "c", "-"]),
]
REFUSED = [(["(", "a"],), (["a", ")"],)]


def inputs(random):
    def grow(depth):
        if depth == 0 or random.random() < 0.3:
            return [str(random.randint(1, 9))]
        if random.random() < 0.3:
            return ["(", *grow(depth - 1), ")"]
        return [*grow(depth - 1), random.choice("+-*"), *grow(depth - 1)]

    for _ in range(150):
        yield (grow(4),)


def property_has_the_same_value(result, tokens):
    stack = []
    for token in result:
        if token in "+-*":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b}[token])
        else:
            stack.append(int(token))
    return stack == [eval("".join(tokens))]
