"""What a Python file says, as a digest that comments, docstrings and layout leave alone; worked out once per content.

Walking the syntax trees of two hundred files takes half a second, and every process wants it. The digests are kept in
the user's cache under the sha256 of the bytes that they are of, so that nothing there can be out of date; without the
file they are made anew.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from checkable.engine.weights import cache_folder

MOST = 20_000  # of the digests that are kept: a few years of changes
_NO_MEANING = frozenset(("ctx", "kind", "type_comment"))  # fields of a syntax tree


class Meanings:
    """Digests by content. ``keep`` writes those that are new; another process that writes at once costs it its own."""

    def __init__(self, folder: Path | None = None) -> None:
        name = f"meanings-{sys.version_info[0]}.{sys.version_info[1]}-{_own_digest()}.json"
        self._path = (folder or cache_folder() / "meanings") / name
        self._known = self._read()
        self._new: dict[str, str] = {}

    def of(self, content: bytes) -> str:
        """The digest of Python's text. Raises SyntaxError for what is none."""
        key = hashlib.sha256(content).hexdigest()
        found = self._known.get(key) or self._new.get(key)
        if found is None:
            found = self._new[key] = meaning(content)
        return found

    def keep(self) -> None:
        """Write what is new. A cache that cannot be written is done without."""
        if not self._new:
            return
        known = {**(self._known if len(self._known) < MOST else {}), **self._new}
        part = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(known), encoding="ascii")
            part.replace(self._path)
        except OSError:
            return
        self._known, self._new = known, {}

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return {}
        sound = isinstance(found, dict) and all(isinstance(digest, str) for digest in found.values())
        return found if sound else {}


def meaning(content: bytes) -> str:
    """The sha256 of a Python text's syntax tree without docstrings."""
    walked = "\0".join(_walk(ast.parse(content)))
    return hashlib.sha256(walked.encode("utf-8", "surrogatepass")).hexdigest()


def _own_digest() -> str:
    """Of this file: digests that another version of it made are not ours."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]


def _walk(node: ast.AST) -> Iterator[str]:
    """What is in a syntax tree. Empty fields are left out: which there are depends on Python's version."""
    yield type(node).__name__
    for name, value in ast.iter_fields(node):
        values = value if isinstance(value, list) else [value]
        if name == "body" and values and _is_docstring(values[0]):
            values = values[1:]
        if name in _NO_MEANING or not values or values == [None]:
            continue
        yield name
        for each in values:
            if isinstance(each, ast.AST):
                yield from _walk(each)
            else:
                yield repr(each)


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
