import re


def parse_s_expression(text: str) -> list:
    """Read one parenthesised Lisp expression into nested lists; integers become int, all else stays text.

    Use when: small languages, rules or trees are written as text.
    Complexity: O(len(text)).
    Source: McCarthy 1960, S-expressions.
    """
    root: list = []
    stack = [root]
    for token in re.findall(r"[()]|[^\s()]+", text):
        if token == "(":
            inner: list = []
            stack[-1].append(inner)
            stack.append(inner)
        elif token == ")":
            stack.pop()
            if not stack:
                raise ValueError("a closing parenthesis has no opening one")
        else:
            stack[-1].append(int(token) if re.fullmatch(r"[+-]?[0-9]+", token) else token)
    if len(stack) != 1 or len(root) != 1 or not isinstance(root[0], list):
        raise ValueError("one expression in closed parentheses was expected")
    return root[0]


EXAMPLES = [
    (("(add 1 (mul x -2))",), ["add", 1, ["mul", "x", -2]]),
    (("()",), []),
    ((" ( ( ) ) ",), [[]]),
    (("(a+ +3 -)",), ["a+", 3, "-"]),
]
REFUSED = [("(a",), ("a)",), ("",), ("(a) (b)",), ("7",)]


def inputs(random):
    def grow(depth):
        if depth == 0 or random.random() < 0.4:
            return random.choice(["x", "+", str(random.randint(-9, 9))])
        return "(" + random.choice(["", " "]) + " ".join(grow(depth - 1) for _ in range(random.randint(0, 3))) + ")"

    for _ in range(150):
        yield (f"({grow(3)} {grow(3)})",)


def property_writes_back_to_the_same_tokens(result, text):
    def write(value):
        return "(" + " ".join(map(write, value)) + ")" if isinstance(value, list) else str(value)

    return write(result).replace(" ", "") == text.replace(" ", "")
