"""The examples of a docstring as visible tests: what doctest would run, where its expected value is written out."""

from __future__ import annotations

import ast
import doctest

from checkable.substrate.functions.calls import literal


def visible_tests(prompt: str, function: str) -> tuple[str, ...]:
    """An assert for each example that calls ``function`` and shows a plain value, in order."""
    found = (_assert(example, function) for example in _examples(prompt, function))
    return tuple(test for test in found if test is not None)


def _examples(prompt: str, function: str) -> list[doctest.Example]:
    """The examples of the last function's docstring; none where doctest cannot read it."""
    tree = ast.parse(prompt + "\n    pass\n")
    docstring = next((ast.get_docstring(node) for node in reversed(tree.body)
                      if isinstance(node, ast.FunctionDef) and node.name == function), None)
    try:
        return doctest.DocTestParser().get_examples(docstring or "")
    except ValueError:
        return []


def _assert(example: doctest.Example, function: str) -> str | None:
    try:
        call = ast.parse(example.source.strip(), mode="eval").body
        wanted = literal(ast.parse(example.want.strip(), mode="eval").body)
    except (SyntaxError, ValueError):
        return None
    calls = any(isinstance(node, ast.Name) and node.id == function for node in ast.walk(call))
    return f"assert {ast.unparse(call)} == {wanted!r}" if calls else None
