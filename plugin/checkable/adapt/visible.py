"""The visible side of a case as calls with their values: what adapters are enumerated from and screened by."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checkable.core.case import Case


@dataclass(frozen=True)
class VisibleCall:
    """``text`` is how the call is asked for of a program; ``expected`` what it should return."""

    text: Any
    arguments: tuple[Any, ...]
    expected: Any


def visible_calls(case: Case) -> list[VisibleCall]:
    """The visible examples, or those visible tests that say which call equals which value written out."""
    if case.entry_point is None:
        return [VisibleCall(example.input, (example.input,), example.output) for example in case.examples]
    return [call for test in case.tests for call in _stated(test, case.entry_point)]


def _stated(test: str, entry_point: str) -> Iterator[VisibleCall]:
    try:
        statements = ast.parse(test).body
    except SyntaxError:
        return
    for statement in statements:
        match statement:
            case ast.Assert(test=ast.Compare(left=left, ops=[ast.Eq()], comparators=[right])):
                yield from _read(left, right, entry_point) or _read(right, left, entry_point)


def _read(call: ast.expr, value: ast.expr, entry_point: str) -> Sequence[VisibleCall]:
    match call:
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name == entry_point:
            try:
                given = tuple(ast.literal_eval(argument) for argument in arguments)
                return [VisibleCall(ast.unparse(call), given, ast.literal_eval(value))]
            except ValueError:
                return ()
    return ()
