"""The prefix expressions in which the published programs are written, read and turned into Python.

An expression is a name of the input, a whole number, a text in quotes, or an operator with its arguments in brackets.
What each operator means here reproduces the recorded outputs of the published cases, wanted and wrong ones alike.
"""

from __future__ import annotations

import json
import re

DEEPEST = 100  # brackets within each other
_SIGN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[()]|[^\s()"]+)')
OPERATORS: dict[str, tuple[int, str]] = {  # how many arguments it takes, and what becomes of them
    "add": (2, "({} + {})"), "sub": (2, "({} - {})"), "mod": (2, "({} % {})"),
    "sum": (1, "sum({})"), "len": (1, "len({})"), "first": (1, "{}[0]"), "last": (1, "{}[-1]"),
    "sort": (1, "sorted({})"),
    "contains": (2, "({1} in {0})"), "count_eq": (2, "{0}.count({1})"), "tuple_get": (2, "{0}[{1}]"),
    "gt": (2, "({} > {})"), "lt": (2, "({} < {})"), "eq": (2, "({} == {})"), "and": (2, "({} and {})"),
    "if": (3, "({1} if {0} else {2})"), "format": (2, "{}.format({})"),
}


class NotAnExpression(ValueError):
    """A text that does not begin with an expression; the message says why."""


def python(text: str) -> str:
    """A Python function ``repaired(inputs)`` for the expression that a text begins with; what follows is not read.

    Raises NotAnExpression. A name that the input does not have raises when the function is called.
    """
    signs = [found.group(1) for found in _SIGN.finditer(text)][::-1]
    return f"def repaired(inputs):\n    return [{_expression(signs)} for given in inputs]"


def _expression(signs: list[str], depth: int = 0) -> str:
    """The first expression as Python, taken off ``signs``, last first."""
    if not signs or depth > DEEPEST:
        raise NotAnExpression("the expression does not end" if not signs else "the brackets are too deep")
    sign = signs.pop()
    if sign == "(":
        return _applied(signs, depth)
    if sign == ")":
        raise NotAnExpression("a bracket closes where an expression should begin")
    if sign.startswith('"'):
        return repr(str(json.loads(sign)))
    return sign if re.fullmatch(r"-?\d+", sign) else f"given[{json.dumps(sign)}]"


def _applied(signs: list[str], depth: int) -> str:
    name = signs.pop() if signs else ""
    if name not in OPERATORS:
        raise NotAnExpression(f"{name!r} is no operator; there are {', '.join(OPERATORS)}")
    arguments = []
    while signs and signs[-1] != ")":
        arguments.append(_expression(signs, depth + 1))
    if not signs:
        raise NotAnExpression(f"the bracket of {name!r} does not close")
    signs.pop()
    takes, form = OPERATORS[name]
    if len(arguments) != takes:
        raise NotAnExpression(f"{name!r} takes {takes} and gets {len(arguments)}")
    return form.format(*arguments)
