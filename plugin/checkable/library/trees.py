"""A program as a bag of short pieces of its syntax tree, in which names that its author chose do not count.

Docstrings, annotations and imports are dropped; constants, builtins, attributes and operators are kept. A piece
is a run of ``WINDOW`` nodes in preorder, its local names numbered by first appearance within the run, so that
renaming changes nothing and an added line changes only the pieces around it.
"""

from __future__ import annotations

import ast
import builtins
import warnings
from collections import Counter
from collections.abc import Iterator

WINDOW = 6
_DROPPED = (ast.Load, ast.Store, ast.Del, ast.Import, ast.ImportFrom)
Token = tuple[str, str]


def pieces(source: str) -> frozenset[tuple]:
    """The bag as a set: a piece that occurs n times is in it with each count from 1 to n. Raises SyntaxError."""
    with warnings.catch_warnings(action="ignore"):  # of escapes in old reference solutions
        tree = ast.parse(source)
    free = set(vars(builtins)) | {
        (a.asname or a.name).partition(".")[0]
        for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for a in node.names}
    tokens = list(_tokens(tree, free))
    seen: Counter[tuple] = Counter()
    bag = set()
    for start in range(max(1, len(tokens) - WINDOW + 1)):
        piece = _renamed(tokens[start:start + WINDOW])
        seen[piece] += 1
        bag.add((piece, seen[piece]))
    return frozenset(bag)


def _tokens(node: ast.AST, free: set[str]) -> Iterator[Token]:
    """Kind and word of each node, in preorder; the kind "local" marks a name that its author chose."""
    if isinstance(node, _DROPPED):
        return
    yield _token(node, free)
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_comment", "type_ignores"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _tokens(child, free)


def _token(node: ast.AST, free: set[str]) -> Token:
    match node:
        case ast.Name(id=name):
            return ("free" if name in free else "local", name)
        case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return ("local", name)
        case ast.Attribute(attr=name):
            return ("attribute", name)
        case ast.Constant(value=value):
            return ("constant", repr(value))
        case ast.AnnAssign():
            return ("Assign", "")
    return (type(node).__name__, "")


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _renamed(window: list[Token]) -> tuple[Token, ...]:
    numbers: dict[str, str] = {}
    return tuple((kind, numbers.setdefault(word, str(len(numbers))) if kind == "local" else word)
                 for kind, word in window)
