"""Programs as text: an algorithm's source with the function that a case asks for, or many behind one function."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checkable.adapt.arguments import Way, names
from checkable.adapt.bounded import COUNTING, counted

if TYPE_CHECKING:
    from checkable.library import Algorithm

_LONGEST = 800  # characters of a shown value
# An algorithm whose imports are not to be had here is left out, and not what shares its child.
_HAVE = "try:\n    _use_{name} = _make_{name}()\nexcept ImportError:\n    pass"
_USE = "_use_{name} = _make_{name}()"
_PROBE = '''
def {entry}(*arguments):
    shown = []
    for number, call in enumerate(_CALLS):
        _steps[0] = 0
        try:
            text = repr(call(*arguments))
        except Exception:
            continue
        if len(text) <= {longest}:
            shown.append(f"{{number}} {{text}}")
    return "\\n".join(shown)
'''


def program(way: Way, wrap: str, algorithms: Mapping[str, Algorithm], entry_point: str, arity: int) -> str:
    """A complete program whose ``entry_point`` returns the wrapped call."""
    parts = [algorithms[name] for name in dict.fromkeys(way.algorithms)]
    taken = names(arity)
    if wrap == "{}" and way.rung == 0 and entry_point == parts[0].name:
        return parts[0].source
    apart = entry_point in _bound(parts) or len(_bound(parts)) != len(set(_bound(parts)))
    sources = [_enclosed(a.source, a.name) if apart else a.source for a in parts]
    returned = wrap.format(way.text)
    if apart:
        returned = _renamed(returned, [a.name for a in parts])
    function = f"def {entry_point}({', '.join(taken)}):\n    return {returned}\n"
    return "\n\n\n".join([*(source.strip("\n") for source in sources), function])


def probe(ways: Sequence[Way], algorithms: Mapping[str, Algorithm], entry_point: str, arity: int) -> str:
    """A program that tries every way in turn; ``entry_point`` returns a line for each that returned: number, value."""
    used = dict.fromkeys(name for way in ways for name in way.algorithms)
    parts = [COUNTING, *(_enclosed(algorithms[name].source, name, steps=True) for name in used)]
    calls = [f"    lambda {', '.join(names(arity))}: {_renamed(way.text, way.algorithms)},\n" for way in ways]
    return "\n".join([*parts, f"_CALLS = (\n{''.join(calls)})", _PROBE.format(entry=entry_point, longest=_LONGEST)])


@lru_cache(maxsize=1024)
def _enclosed(source: str, name: str, *, steps: bool = False) -> str:
    """The source inside a function of its own, so that no two helpers of one name meet; called ``_use_NAME``."""
    tree = ast.parse(source)
    body = [*(counted(tree) if steps else tree).body, ast.Return(ast.Name(name, ast.Load()))]
    none = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    function = ast.FunctionDef(name=f"_make_{name}", args=none, body=body, decorator_list=[], type_params=[])
    return f"{ast.unparse(ast.fix_missing_locations(function))}\n\n\n{(_HAVE if steps else _USE).format(name=name)}\n"


def _renamed(text: str, algorithms: Sequence[str]) -> str:
    tree = ast.parse(text, mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in algorithms:
            node.id = f"_use_{node.id}"
    return ast.unparse(tree)


def _bound(parts: Sequence[Algorithm]) -> list[str]:
    """The names that the algorithms' own statements bind at the top."""
    found = []
    for part in parts:
        for node in ast.parse(part.source).body:
            match node:
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    found.append(name)
                case ast.Assign(targets=targets):
                    found += [target.id for target in targets if isinstance(target, ast.Name)]
                case ast.AnnAssign(target=ast.Name(id=name)):
                    found.append(name)
    return found
