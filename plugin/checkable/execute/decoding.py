"""What left the jail, read: the other half of ``inside/protocol``, which a child does not need.

Promises that ``decode(encode(x))`` equals ``x`` in value and in every type, and that reading runs no code of the other
side and stays within the caps of the protocol whatever it is given.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from checkable.execute.inside import protocol

_MAX_EQUAL_HASHES = 16  # keys chosen to collide make a set quadratic


class Malformed(ValueError):
    """Text that ``encode`` did not write, or that breaks a cap."""


def decode(text: str) -> Any:
    """The value that ``protocol.encode`` wrote. Raises Malformed, and nothing else, for any text."""
    return value_of(parse(text), text)


def parse(text: str) -> Any:
    """JSON with bounded integers and without NaN and its like. Raises Malformed."""
    try:
        return _PARSER.decode(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not a record: {error}"[:200]) from None


def value_of(tree: Any, text: str) -> Any:
    """The value in tagged JSON that was parsed from ``text``, or from a part of it. Raises Malformed."""
    if _is_itself(text):
        return tree
    try:
        return _Reader().read(tree, 0)
    except Malformed:
        raise
    except (ValueError, TypeError, OverflowError, RecursionError) as error:  # the last: of a caller deep in the stack
        raise Malformed(f"not a value: {error}"[:200]) from None


def _is_itself(text: str) -> bool:
    """Whether there is nothing to read: no tag, no character in halves, and too little to come near any cap."""
    small = len(text) < protocol.MAX_NODES and text.count("[") < protocol.MAX_DEPTH
    return small and "{" not in text and "\\u" not in text


class _Reader:
    """One ``decode``: counts what it has read."""

    def __init__(self) -> None:
        self.nodes = 0

    def read(self, tree: Any, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > protocol.MAX_NODES:
            raise Malformed(f"more than {protocol.MAX_NODES} values")
        kind = type(tree)
        if kind is str and (len(tree) > protocol.MAX_TEXT or not protocol.is_unicode(tree)):
            raise Malformed("text that encode does not write")
        if kind is not list and kind is not dict:
            return tree
        if depth >= protocol.MAX_DEPTH:
            raise Malformed(f"nested deeper than {protocol.MAX_DEPTH}")
        if kind is list:
            return self._all(tree, depth + 1)
        return self._tagged(tree, depth + 1)

    def _tagged(self, tree: dict[str, Any], depth: int) -> Any:
        if len(tree) != 1:
            raise Malformed("an object without exactly one tag")
        ((tag, content),) = tree.items()
        if tag in _COMPOUNDS:
            return _COMPOUNDS[tag](self, _expect(list, content), depth)
        if tag in _SCALARS:
            return _SCALARS[tag](content)
        raise Malformed(f"unknown tag {tag[:20]!r}")

    def _all(self, content: list[Any], depth: int) -> list[Any]:
        return [self.read(item, depth) for item in content]

    def _tuple(self, content: list[Any], depth: int) -> tuple[Any, ...]:
        return tuple(self._all(content, depth))

    def _members(self, content: list[Any], depth: int) -> list[Any]:
        return _no_collisions(self._all(content, depth))

    def _set(self, content: list[Any], depth: int) -> set[Any]:
        return _distinct(set(members := self._members(content, depth)), members)

    def _frozenset(self, content: list[Any], depth: int) -> frozenset[Any]:
        return _distinct(frozenset(members := self._members(content, depth)), members)

    def _dictionary(self, content: list[Any], depth: int) -> dict[Any, Any]:
        pairs = [_expect(list, pair) for pair in content]
        if any(len(pair) != 2 for pair in pairs):
            raise Malformed("a dictionary with something other than pairs")
        keys = self._members([key for key, _ in pairs], depth)
        values = self._all([value for _, value in pairs], depth)
        return _distinct(dict(zip(keys, values, strict=True)), keys)


_COMPOUNDS: dict[str, Callable[[_Reader, list[Any], int], Any]] = {
    "t": _Reader._tuple, "d": _Reader._dictionary, "s": _Reader._set, "z": _Reader._frozenset,
}


def _no_collisions(keys: list[Any]) -> list[Any]:
    hashes = sorted(map(hash, keys))
    if any(a == b for a, b in zip(hashes, hashes[_MAX_EQUAL_HASHES:], strict=False)):
        raise Malformed("keys that collide")
    return keys


def _distinct(container: Any, members: list[Any]) -> Any:
    if len(container) != len(members):
        raise Malformed("a key twice")
    return container


def _expect(kind: type, content: Any) -> Any:
    if type(content) is not kind:
        raise Malformed(f"{kind.__name__} expected")
    return content


def _read_integer(content: Any) -> int:
    if len(_expect(str, content)) > protocol.MAX_INTEGER_BITS // 4 + 2:
        raise Malformed("an integer beyond the cap")
    return int(content, 16)


def _read_float(content: Any) -> float:
    return float(_expect(str, content)[:40])


def _read_complex(content: Any) -> complex:
    real, imaginary = _expect(list, content)
    return complex(_read_float(real), _read_float(imaginary))


def _read_bytes(content: Any) -> bytes:
    return bytes.fromhex(_expect(str, content))


_SCALARS: dict[str, Callable[[Any], Any]] = {
    "i": _read_integer, "f": _read_float, "c": _read_complex, "b": _read_bytes,
}


def _short_integer(text: str) -> int:
    if len(text) > 17:
        raise Malformed("an integer beyond the cap")
    return int(text)


def _no_constant(text: str) -> Any:
    raise Malformed(f"{text} in a record")


_PARSER = json.JSONDecoder(parse_int=_short_integer, parse_constant=_no_constant)
