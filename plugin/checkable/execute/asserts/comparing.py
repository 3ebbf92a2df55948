"""Asserts of the plain form ``assert f(1, [2]) == [3]``, which say without a child what they say of a program.

Most tests of MBPP are of this form. Nothing of them is executed here: arguments and the expected value are literals,
read as such, and what the program returned has come as plain data. Whatever is of another form is replayed.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.core.execution import Call
from checkable.execute.asserts.suite import Suite
from checkable.execute.inside.driver import exception

_LONGEST = 20_000  # characters of a test that is read here: longer ones are read where memory is limited


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One assert: the call it makes, the value it wants back, and what it says where that is not so."""

    call: Call
    expected: Any
    failure: str

    def verdict(self, seen: Observation) -> list[Any] | None:
        """As the replayed test would say it; None where only the test itself can tell."""
        if seen.outcome is Outcome.EXCEPTION:
            raised = exception(seen.error)
            return ["failed", f"{type(raised).__name__}: {raised}"[:300] if str(raised) else type(raised).__name__]
        if not seen.ok:
            return ["ended", 0]
        kind, value, _ = seen.value
        if kind != "value":
            return None
        try:
            return ["passed", ""] if value == self.expected else ["failed", self.failure]
        except RecursionError:
            return None


@lru_cache(maxsize=1024)
def comparisons(suite: Suite, functions: tuple[str, ...]) -> tuple[Comparison, ...] | None:
    """The suite's tests, where every one is of the plain form and nothing is set up; else None."""
    if suite.setup.strip():
        return None
    try:
        return tuple(_comparison(test, functions) for test in suite.tests)
    except (_NotPlain, ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


class _NotPlain(Exception):
    """The test is of another form."""


def _comparison(test: str, functions: tuple[str, ...]) -> Comparison:
    match ast.parse(test if len(test) <= _LONGEST else "").body:
        case [ast.Assert(test=ast.Compare(left=ast.Call() as call, ops=[ast.Eq()], comparators=[expected]), msg=said)]:
            message = "" if said is None else str(ast.literal_eval(said))
            failure = f"AssertionError: {message}"[:300] if message else "AssertionError"
            return Comparison(call=_call(call, functions), expected=ast.literal_eval(expected), failure=failure)
    raise _NotPlain


def _call(node: ast.Call, functions: tuple[str, ...]) -> Call:
    if not isinstance(node.func, ast.Name) or node.func.id not in functions:
        raise _NotPlain
    keywords = {keyword.arg: ast.literal_eval(keyword.value) for keyword in node.keywords}
    if None in keywords:  # **options
        raise _NotPlain
    return Call(function=node.func.id, arguments=tuple(map(ast.literal_eval, node.args)),
                keywords={str(name): value for name, value in keywords.items()})
