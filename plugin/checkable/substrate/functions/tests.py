"""Reading assert-style tests: which function they are about, and which calls of it they write out."""

from __future__ import annotations

import ast
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence

from checkable.core.execution import Call
from checkable.substrate.functions.calls import NotACall, of_node


def entry_point(tests: Sequence[str], defined: frozenset[str]) -> str:
    """The function that the tests are about: of those that the reference defines, the one that most tests call.

    Raises ValueError where no test calls any of them.
    """
    called = Counter(name for test in tests for name in dict.fromkeys(_called(test)) if name in defined)
    if not called:
        raise ValueError(f"no test calls one of {', '.join(sorted(defined)) or 'no functions'}")
    return called.most_common(1)[0][0]


def calls(tests: Sequence[str], function: str) -> list[Call]:
    """The calls of ``function`` in the tests whose arguments are written out, in order of appearance."""
    found = []
    for test in tests:
        for node in ast.walk(_parsed(test)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                try:
                    found.append(of_node(node))
                except NotACall:
                    continue
    return found


def defined(source: str) -> frozenset[str]:
    """The functions, classes and names bound to lambdas at the top level of a program."""
    found = set()
    for node in _parsed(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(found)


def _parsed(text: str) -> ast.Module:
    """Published code has escapes that Python warns of; that is nobody's business here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _called(test: str) -> Iterator[str]:
    for node in ast.walk(_parsed(test)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
