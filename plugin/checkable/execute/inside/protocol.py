"""How values leave the jail: type-exact tagged JSON of plain built-ins.

Promises that ``decode(encode(x))`` equals ``x`` in value and in every type; that ``decode`` runs no
code of the other side and stays within the caps below whatever it is given; and that equal sets
are written the same way. Subclasses are refused, since they may lie about what they hold; of the
classes beyond the built-ins only the dictionaries of ``collections`` are read, as plain ones.

Text, None, booleans, integers and finite floats stand for themselves and a list for a list. Anything else is an
object with one key: ``t`` tuple, ``d`` dictionary (pairs), ``s`` set, ``z`` frozenset, ``b`` bytes (hex),
``c`` complex, ``f`` float without a JSON form, ``i`` integer beyond 53 bits (hex).
"""

from __future__ import annotations

import builtins
import json
import math
import struct
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from json.encoder import encode_basestring_ascii as _quote

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

REPLY = struct.Struct("=idQ")  # the zygote's word on a child: exit code, CPU seconds, how far it came (``signs``)

ALONE = struct.Struct("=Qd")  # of a process without a zygote: how far it came (``signs``), CPU seconds until then

INLINE_BYTES = 8192  # a larger request travels as a file

MAX_DEPTH = 100
MAX_NODES = 200_000
MAX_INTEGER_BITS = 14_000  # some 4,200 digits: Python refuses to print more than 4,300
MAX_TEXT = 1_000_000  # characters
MAX_ERROR = 500  # characters of an exception's message
RECORD_BYTES = 8192  # room for one record without a value: each character of its message takes up to 12
MAX_EQUAL_HASHES = 16  # keys chosen to collide make a set quadratic
_EXACT_INTEGER = 1 << 53
_DICTIONARIES = (dict, Counter, OrderedDict, defaultdict)


class NotPlain(ValueError):
    """A value that is not plain data; the message says what it is."""


class TooLarge(ValueError):
    """Plain data, but more of it than may cross."""


class Malformed(ValueError):
    """Text that ``encode`` did not write, or that breaks a cap."""


def encode(value: Any) -> str:
    """One line of ASCII. Raises NotPlain or TooLarge."""
    return _Writer().write(value, 0)


def decode(text: str) -> Any:
    """The value that ``encode`` wrote. Raises Malformed, and nothing else, for any text."""
    return from_tree(parse(text))


def parse(text: str) -> Any:
    """JSON with bounded integers and without NaN and its like. Raises Malformed."""
    try:
        return _PARSER.decode(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not a record: {error}"[:200]) from None


def from_tree(tree: Any) -> Any:
    """The value in parsed tagged JSON. Raises Malformed."""
    try:
        return _Reader().read(tree, 0)
    except Malformed:
        raise
    except (ValueError, TypeError, OverflowError, RecursionError) as error:  # the last: of a caller deep in the stack
        raise Malformed(f"not a value: {error}"[:200]) from None


class _Writer:
    """One ``encode``: counts what it has written."""

    def __init__(self) -> None:
        self.nodes = 0

    def write(self, value: Any, depth: int) -> str:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooLarge(f"more than {MAX_NODES} values")
        kind = type(value)
        if kind is str:
            return _text(value)
        if kind is int:
            return _integer(value)
        if value is None:
            return "null"
        if kind is bool:
            return "true" if value else "false"
        if kind is float:
            return float.__repr__(value) if math.isfinite(value) else f'{{"f":"{float.__repr__(value)}"}}'
        if depth >= MAX_DEPTH:
            raise NotPlain(f"nested deeper than {MAX_DEPTH}")
        return self._compound(value, kind, depth + 1)

    def _compound(self, value: Any, kind: type, depth: int) -> str:
        if kind is list:
            return "[" + self._joined(value, depth) + "]"
        if kind is tuple:
            return '{"t":[' + self._joined(value, depth) + "]}"
        if kind in _DICTIONARIES:
            pairs = [f"[{self.write(k, depth)},{self.write(v, depth)}]" for k, v in dict.items(value)]
            return '{"d":[' + ",".join(pairs) + "]}"
        if kind is set or kind is frozenset:
            tag = "s" if kind is set else "z"
            return f'{{"{tag}":[' + ",".join(sorted(self.write(v, depth) for v in value)) + "]}"
        if kind is bytes:
            return f'{{"b":"{value.hex()}"}}'
        if kind is complex:
            return f'{{"c":["{float.__repr__(value.real)}","{float.__repr__(value.imag)}"]}}'
        raise NotPlain(f"{_describe(kind)} is not plain data")

    def _joined(self, values: list[Any] | tuple[Any, ...], depth: int) -> str:
        return ",".join([self.write(v, depth) for v in values])


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise TooLarge(f"text of {len(value)} characters")
    if not _is_unicode(value):
        raise NotPlain("text with half a surrogate pair, which no file can hold")
    return _quote(value)


def _is_unicode(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _integer(value: int) -> str:
    if -_EXACT_INTEGER <= value <= _EXACT_INTEGER:
        return int.__repr__(value)
    if value.bit_length() > MAX_INTEGER_BITS:
        raise TooLarge(f"an integer of {value.bit_length()} bits")
    return f'{{"i":"{value:x}"}}'


def _describe(kind: type) -> str:
    """A class by its name, whatever its metaclass says the name is."""
    name = type.__dict__["__name__"].__get__(kind)
    base = next((b.__name__ for b in (str, int, float, list, dict, tuple, set) if b in type.mro(kind)), None)
    return f"a {name}" if base is None else f"a {name}, a subclass of {base},"


class _Reader:
    """One ``decode``: counts what it has read."""

    def __init__(self) -> None:
        self.nodes = 0

    def read(self, tree: Any, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Malformed(f"more than {MAX_NODES} values")
        kind = type(tree)
        if kind is str and (len(tree) > MAX_TEXT or not _is_unicode(tree)):
            raise Malformed("text that encode does not write")
        if kind is not list and kind is not dict:
            return tree
        if depth >= MAX_DEPTH:
            raise Malformed(f"nested deeper than {MAX_DEPTH}")
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
    if any(a == b for a, b in zip(hashes, hashes[MAX_EQUAL_HASHES:], strict=False)):
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
    if len(_expect(str, content)) > MAX_INTEGER_BITS // 4 + 2:
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
