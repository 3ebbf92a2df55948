"""Whether two programs are the same text in other words: syntax trees without names, docstrings and imports.

Promises an answer for any text, None where it is no Python. It compares how programs are written,
never what they do, and must not execute anything.
"""

from __future__ import annotations

import ast
import builtins
import warnings
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

NEAR = 0.95  # from here on a program is a variation of the other: one operator or constant changed
_KEPT = frozenset(dir(builtins))
_LAYOUT = ("lineno", "col_offset", "end_lineno", "end_col_offset", "type_comment", "ctx", "kind", "returns",
           "annotation", "type_params")


@lru_cache(maxsize=4096)  # arms and controls share their candidates
def normal_form(source: str) -> tuple[str, ...] | None:
    """The tokens of a program's syntax tree, its own names numbered in order of appearance. None: no Python.

    Imports, docstrings, annotations, comments and layout leave no trace; names of builtins, attributes
    and constants do.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a candidate's escapes: nobody here can mend them
            tree = ast.parse(source)
        return tuple(_tokens(tree, {}))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def similarity(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Of two normal forms: the share of tokens that stand in both in the same order (Ratcliff and Obershelp 1988).

    1 for the same program alone. It depends on the order of the two, slightly.
    """
    if left == right:
        return 1.0
    return min(0.999, SequenceMatcher(None, left, right, autojunk=False).ratio())


def near(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether ``similarity`` is at least NEAR. Most pairs are far apart, which lengths or counts of tokens show."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
    return all(bound() >= NEAR for bound in bounds) and similarity(left, right) >= NEAR


def _tokens(node: ast.AST, numbers: dict[str, str]) -> Iterator[str]:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return
    yield type(node).__name__
    for field, value in ast.iter_fields(node):
        if field in _LAYOUT:
            continue
        if field == "body" and isinstance(value, list):
            value = _without_docstring(value)
        yield from _value(field, value, numbers)
    yield "."


def _value(field: str, value: object, numbers: dict[str, str]) -> Iterator[str]:
    if isinstance(value, ast.AST):
        yield from _tokens(value, numbers)
    elif isinstance(value, list):
        for element in value:
            yield from _value(field, element, numbers)
    elif field in ("id", "name", "arg") and isinstance(value, str):
        yield value if value in _KEPT else numbers.setdefault(value, f"name{len(numbers)}")
    elif value is not None:
        yield repr(value)


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return body[1:] if text else body
