"""What a program finds in scope: builtins by policy, preloaded names, and imports from a list.

This makes programs run as their substrate declares; it is no boundary. A program that reaches
for more through the object graph finds it, and is held by the layers below.
"""

from __future__ import annotations

import builtins
import operator
import sys
import types
import warnings
from collections.abc import Callable, Collection, Iterable, Mapping

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

PROGRAM_MODULE = "program"  # not __main__: a program is loaded for its function, not run as a script

_RISKY = frozenset({
    "open", "eval", "exec", "compile", "input", "globals", "locals", "vars", "breakpoint", "help", "exit", "quit",
    "copyright", "credits", "license", "__import__", "__loader__", "__spec__",
})
# What the interpreter itself imports on a program's behalf, and late: when no file can be opened any more
_IMPORTED_LATE = (
    "__future__", "unicodedata", *(("_pylong",) if sys.version_info >= (3, 12) else ()),
    "encodings.ascii", "encodings.latin_1", "encodings.cp1252", "encodings.utf_16", "encodings.utf_32",
    "encodings.unicode_escape", "encodings.raw_unicode_escape", "encodings.rot_13", "encodings.punycode",
)
# What modules of the library import when their functions are called, which is too late here as well
_LOADED_WITH = {"codecs": ("encodings.hex_codec", "encodings.base64_codec"), "collections": ("heapq",),
                "datetime": ("_strptime",), "fractions": ("decimal",), "functools": ("types", "typing", "weakref"),
                "time": ("_strptime",)}
_IN_ITS_NAME = {*_IMPORTED_LATE, *_LOADED_WITH["codecs"], "_strptime"}
_RANDOM_SEED = 0
_import = builtins.__import__


class Unusable(ValueError):
    """A namespace that names what does not exist; the message says which and where."""


def load(modules: Iterable[str], preload: Collection[str]) -> None:
    """Import all that programs may need, before the files are out of reach. Raises Unusable."""
    with _without_fork_hooks():
        import random

        random.seed(_RANDOM_SEED)
        for name in _needed(modules, preload):
            try:
                _import(name)
            except ImportError as error:
                raise Unusable(f"module {name!r} cannot be imported: {error}") from error
    for target in preload:
        try:
            resolve(target)
        except AttributeError as error:
            raise Unusable(f"preloaded {target!r} does not exist: {error}") from error
    warnings.simplefilter("ignore")  # showing one would read the program's file, and nobody looks


def _needed(modules: Iterable[str], preload: Iterable[str]) -> list[str]:
    asked = [*modules, *(target.partition(":")[0] for target in preload)]
    late = [late for name in asked for late in _LOADED_WITH.get(name.partition(".")[0], ())]
    return [*_IMPORTED_LATE, *asked, *late]


class _without_fork_hooks:
    """``random`` would seed itself from the kernel in every child: slow, and different every time."""

    def __enter__(self) -> None:
        import os

        self._register, os.register_at_fork = os.register_at_fork, lambda **hooks: None

    def __exit__(self, *_: object) -> None:
        import os

        os.register_at_fork = self._register


def resolve(target: str) -> Any:
    """The object behind ``"module"`` or ``"module:attribute"``, already loaded. Raises AttributeError."""
    module, _, attribute = target.partition(":")
    loaded = sys.modules[module]
    return operator.attrgetter(attribute)(loaded) if attribute else loaded


def make(policy: str, withheld: Collection[str], modules: Iterable[str], preload: Mapping[str, str]) -> dict[str, Any]:
    """The globals of one program: those of a module that the interpreter knows, as dataclasses expect."""
    module = types.ModuleType(PROGRAM_MODULE)
    sys.modules[PROGRAM_MODULE] = module
    missing = {*withheld, *(_RISKY if policy == "restricted" else ())}
    available = {name: value for name, value in vars(builtins).items() if name not in missing}
    available["__import__"] = _importer(tuple(modules))
    scope = vars(module)
    scope["__builtins__"] = available
    scope.update((name, resolve(target)) for name, target in preload.items())
    return scope


def _importer(modules: tuple[str, ...]) -> Callable[..., Any]:
    offered = ", ".join(modules) or "none"

    def importer(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:
        if level or not _covered(name, modules):
            raise ImportError(f"{'.' * level}{name} is not available to this program; modules it may import: {offered}")
        return _import(name, globals, locals, fromlist, 0)

    return importer


def _covered(name: str, modules: tuple[str, ...]) -> bool:
    """A listed module, a part of one, a package on the way to one, or what the interpreter imports in its name."""
    return name in _IN_ITS_NAME or any(
        name == m or name.startswith(m + ".") or m.startswith(name + ".") for m in modules)
