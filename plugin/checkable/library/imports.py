"""What a file of the library imports: whether it may, and which of it a part of the file needs."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Sequence

from checkable.library.entry import MODULES


def complaints(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    """Imports that are not of the declared modules, or not at the top of the file."""
    top = {node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        if node not in top:
            yield node, "an import inside a function: imports were expected at the top of the file"
        for name in _modules(node):
            if name not in MODULES and name.partition(".")[0] not in MODULES:
                near = difflib.get_close_matches(name, MODULES, n=1)
                hint = f"; the nearest is {near[0]!r}" if near else f"; known are {', '.join(MODULES)}"
                yield node, f"module {name!r} may not be imported here{hint}"
        if any(alias.name == "*" for alias in node.names):
            yield node, "the names that are imported were expected, not *"


def needed(tree: ast.Module, part: Sequence[ast.stmt]) -> list[str]:
    """The import statements that ``part`` uses, each reduced to the names it uses."""
    used = {n.id for statement in part for n in ast.walk(statement) if isinstance(n, ast.Name)}
    kept = []
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [a for a in node.names if (a.asname or a.name.partition(".")[0]) in used]
            if names:
                kept.append(ast.unparse(_with_names(node, names)))
    return kept


def _with_names(node: ast.Import | ast.ImportFrom, names: list[ast.alias]) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import(names=names)
    return ast.ImportFrom(module=node.module, names=names, level=node.level)


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]
