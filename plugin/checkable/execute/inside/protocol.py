"""How values leave the jail: type-exact tagged JSON of plain built-ins.

Promises that what ``encode`` writes stays within the caps below, and that equal sets are written the same way.
Subclasses are refused, since they may lie about what they hold; of the classes beyond the built-ins only the
dictionaries of ``collections`` are read, as plain ones. ``decoding``, outside, reads it: no child needs that.

Text, None, booleans, integers and finite floats stand for themselves and a list for a list. Anything else is an
object with one key: ``t`` tuple, ``d`` dictionary (pairs), ``s`` set, ``z`` frozenset, ``b`` bytes (hex),
``c`` complex, ``f`` float without a JSON form, ``i`` integer beyond 53 bits (hex).
"""

from __future__ import annotations

import builtins
import math
import struct
from _json import encode_basestring_ascii as quote  # json itself would be more to share at each fork
from collections import Counter, OrderedDict, defaultdict

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
_EXACT_INTEGER = 1 << 53
_DICTIONARIES = (dict, Counter, OrderedDict, defaultdict)


class NotPlain(ValueError):
    """A value that is not plain data; the message says what it is."""


class TooLarge(ValueError):
    """Plain data, but more of it than may cross."""


def encode(value: Any) -> str:
    """One line of ASCII. Raises NotPlain or TooLarge."""
    return _Writer().write(value, 0)


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
    if not is_unicode(value):
        raise NotPlain("text with half a surrogate pair, which no file can hold")
    return quote(value)


def is_unicode(text: str) -> bool:
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
