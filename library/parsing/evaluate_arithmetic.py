import re
from fractions import Fraction


def evaluate_arithmetic(expression: str) -> str:
    """Evaluate + - * / ^ with parentheses and signs exactly; returns "p" or "p/q". ^ binds to the right.

    Use when: formulas of users are computed without eval.
    Complexity: O(len(expression)) beyond the arithmetic.
    Source: precedence climbing, Richards 1979; exponents must be whole numbers up to 1000.
    """
    tokens = re.findall(r"\d+(?:\.\d+)?|\S", expression)[::-1]
    value = _binary(tokens, 0)
    if tokens:
        raise ValueError(f"unexpected {tokens[-1]!r}")
    return str(value)


_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}


def _binary(tokens: list[str], least: int) -> Fraction:
    value = _operand(tokens)
    while tokens and _BINDING.get(tokens[-1], -1) >= least:
        operator = tokens.pop()
        right = _binary(tokens, _BINDING[operator] + (operator != "^"))
        value = _apply(operator, value, right)
    return value


def _operand(tokens: list[str]) -> Fraction:
    token = tokens.pop() if tokens else "the end"
    if token == "(":
        value = _binary(tokens, 0)
        if not tokens or tokens.pop() != ")":
            raise ValueError("a parenthesis is not closed")
        return value
    if token in "+-":
        return (-1 if token == "-" else 1) * _binary(tokens, 3)
    if not token[0].isdigit():
        raise ValueError(f"a number was expected, not {token}")
    return Fraction(token)


def _apply(operator: str, left: Fraction, right: Fraction) -> Fraction:
    if operator == "/" and right == 0:
        raise ValueError("division by zero")
    if operator == "^":
        if right.denominator != 1 or abs(right) > 1000 or (left == 0 and right < 0):
            raise ValueError(f"{left} cannot be raised to {right} here")
        return left ** int(right)
    return {"+": left + right, "-": left - right, "*": left * right, "/": left / (right or 1)}[operator]


EXAMPLES = [
    (("1 + 2 * 3",), "7"),
    (("(1+2)*3 - 4/2",), "7"),
    (("2^3^2",), "512"),
    (("-2^2",), "-4"),
    (("1/3 + 0.5",), "5/6"),
    (("2 * -3",), "-6"),
]
REFUSED = [("",), ("1 +",), ("(1",), ("1/0",), ("2 2",), ("a",), ("2^0.5",)]


def inputs(random):
    def grow(depth):
        if depth == 0 or random.random() < 0.3:
            return str(random.randint(0, 9))
        kind = random.randint(0, 5)
        if kind == 0:
            return f"({grow(depth - 1)})"
        if kind == 1:
            return f"-{grow(depth - 1)}"
        return f"{grow(depth - 1)} {random.choice('+-*')} {grow(depth - 1)}"

    for _ in range(150):
        yield (grow(3),)


def oracle(expression):
    return str(eval(expression))
