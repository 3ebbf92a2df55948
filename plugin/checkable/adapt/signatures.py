"""What an algorithm takes: its parameters with their annotations, and whether a value is of an annotated type."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True)
class Parameter:
    name: str
    annotation: str
    required: bool


@lru_cache(maxsize=4096)
def parameters(signature: str) -> tuple[Parameter, ...]:
    """Of a one-line signature ``name(a: int, b: str = "") -> int``; those by keyword alone are left out."""
    function = ast.parse(f"def {signature}: ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    arguments = [*function.args.posonlyargs, *function.args.args]
    optional = len(function.args.defaults)
    return tuple(
        Parameter(argument.arg, ast.unparse(argument.annotation) if argument.annotation else "object",
                  at < len(arguments) - optional)
        for at, argument in enumerate(arguments))


def fits(annotation: str, value: Any) -> bool:
    """Whether plain data is of the annotated type. A whole number is a float; True is no number."""
    return _fits(_parsed(annotation), value)


@lru_cache(maxsize=4096)
def _parsed(annotation: str) -> ast.expr:
    return ast.parse(annotation, mode="eval").body


def _fits(node: ast.expr, value: Any) -> bool:
    match node:
        case ast.BinOp(left=left, right=right, op=ast.BitOr()):
            return _fits(left, value) or _fits(right, value)
        case ast.Constant(value=None):
            return value is None
        case ast.Name(id="object" | "Any"):
            return True
        case ast.Name(id="float"):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.Name(id=name):
            return type(value).__name__ == name
        case ast.Subscript(value=ast.Name(id=outer), slice=inner):
            return type(value).__name__ == outer and _holds(outer, inner, value)
    return False


def _holds(outer: str, inner: ast.expr, value: Any) -> bool:
    """Whether what is in a container is of the types in its brackets."""
    if outer == "dict":
        assert isinstance(inner, ast.Tuple)
        keys, values = inner.elts
        return all(_fits(keys, key) and _fits(values, of) for key, of in value.items())
    if outer != "tuple":
        return all(_fits(inner, element) for element in value)
    wanted = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if len(wanted) == 2 and isinstance(wanted[1], ast.Constant) and wanted[1].value is Ellipsis:
        return all(_fits(wanted[0], element) for element in value)
    return len(wanted) == len(value) and all(map(_fits, wanted, value))
