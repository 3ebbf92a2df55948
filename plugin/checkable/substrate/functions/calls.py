"""Calls of a function as text, ``"f([2, 1], key=None)"``: how a case holds inputs that nobody has labelled."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from checkable.core.execution import Call


class NotACall(ValueError):
    """A text that is no call of a named function with plain values; the message says why."""


def read_call(text: str) -> Call:
    """The call that a text writes out. Raises NotACall."""
    try:
        [node] = ast.parse(text.strip()).body
    except (SyntaxError, ValueError) as error:
        raise NotACall(f"{text[:80]!r} is not one Python expression") from error
    if not isinstance(node, ast.Expr):
        raise NotACall(f"{text[:80]!r} is a statement, expected a call")
    return of_node(node.value)


def is_call(text: str) -> bool:
    """Whether a call can be read again: an infinity, say, has no literal."""
    try:
        read_call(text)
    except NotACall:
        return False
    return True


def of_node(node: ast.AST) -> Call:
    """The call that a syntax tree writes out. Raises NotACall where it is none, or its arguments are not literal."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        raise NotACall(f"{ast.unparse(node)[:80]!r} does not call a function by its name")
    if any(keyword.arg is None for keyword in node.keywords):
        raise NotACall("a call with ** has no arguments to read")
    try:
        return Call(function=node.func.id, arguments=tuple(literal(argument) for argument in node.args),
                    keywords={str(keyword.arg): literal(keyword.value) for keyword in node.keywords})
    except ValueError as error:
        raise NotACall(f"an argument of {ast.unparse(node)[:80]!r} is not written out: {error}") from error


def literal(node: ast.AST) -> Any:
    """The plain value that a syntax tree writes out; empty sets and the special floats count too. Raises ValueError."""
    if isinstance(node, ast.Call) and ast.unparse(node) in _SPELLED:
        return _SPELLED[ast.unparse(node)]()
    try:
        return ast.literal_eval(node)
    except (TypeError, SyntaxError, MemoryError, RecursionError) as error:
        raise ValueError(str(error)) from error


def write_call(function: str, arguments: Sequence[Any]) -> str:
    return f"{function}({', '.join(map(repr, arguments))})"


_SPELLED = {"set()": set, **{f"float('{name}')": (lambda name=name: float(name)) for name in ("inf", "-inf", "nan")}}
