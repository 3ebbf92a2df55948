"""Programs that differ from a given one in one place: an operator, a constant, a condition or a returned value."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

_SWAPPED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}


def mutants(source: str) -> Iterator[str]:
    """Each mutant once: operators and constants from the last to the first, then the returned values."""
    tree = ast.parse(source)
    sites = [(index, kind) for index, node in enumerate(ast.walk(tree)) if (kind := _kind(node)) is not None]
    for index, kind in sorted(sites, key=lambda site: (site[1] is _return, -site[0])):
        mutant = copy.deepcopy(tree)
        kind(list(ast.walk(mutant))[index])
        yield ast.unparse(ast.fix_missing_locations(mutant))


def _kind(node: ast.AST) -> Callable[[ast.AST], None] | None:
    """How this node can be changed."""
    if isinstance(node, (ast.BinOp, ast.BoolOp, ast.AugAssign)) and type(node.op) in _SWAPPED:
        return _operator
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _SWAPPED:
        return _comparison
    if isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        return _constant
    return _return if isinstance(node, ast.Return) and node.value is not None else None


def _operator(node: ast.BinOp | ast.BoolOp | ast.AugAssign) -> None:
    node.op = _SWAPPED[type(node.op)]()


def _comparison(node: ast.Compare) -> None:
    node.ops[0] = _SWAPPED[type(node.ops[0])]()


def _constant(node: ast.Constant) -> None:
    node.value = not node.value if isinstance(node.value, bool) else node.value + 1


def _return(node: ast.Return) -> None:
    node.value = ast.Tuple(elts=[node.value, ast.Constant("changed")], ctx=ast.Load())
