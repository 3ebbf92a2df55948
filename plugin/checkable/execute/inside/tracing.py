"""The steps of one call: where it was and what its variables held, for the program's own functions alone.

Promises to end within its caps whatever the program does, and then to leave it alone: it goes on at full speed.
Variables are written down as they are at that moment, so that later changes do not reach back.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from types import FrameType

from . import protocol

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

_MOST_NODES = 200  # of one variable; larger ones are named by their type
_MOST_TEXT = 2_000  # characters of one text
_SCALARS = (int, float, bool, type(None), complex)
_COMPOUNDS = (list, tuple, set, frozenset)


class Tracer:
    """A trace function (sys.settrace) for code of ``file_name``. ``done`` gets the encoded trace, once."""

    def __init__(self, file_name: str, steps: int, most_bytes: int, done: Callable[[str], None]) -> None:
        self._file_name, self._steps_left, self._bytes_left, self._done = file_name, steps, most_bytes, done
        self._steps: list[str] = []
        self._depth = -1
        self._open = True

    def run(self, function: Callable[..., Any], arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """The value of the call. Raises what it raises; the trace is handed over in any case."""
        sys.settrace(self._enter)
        try:
            return function(*arguments, **keywords)
        finally:
            self._finish(truncated=False)

    def _enter(self, frame: FrameType, event: str, value: Any) -> Callable[..., Any] | None:
        if not self._open or frame.f_code.co_filename != self._file_name:
            return None
        self._depth += 1
        return self._see

    def _see(self, frame: FrameType, event: str, value: Any) -> Callable[..., Any] | None:
        if not self._open:
            return None
        if event == "line":
            self._add("line", frame, None)
        elif event == "return":  # with None too when an exception passes through, which was seen before
            self._add("return", frame, value)
            self._depth -= 1
        elif event == "exception":
            self._add("raise", frame, type.__dict__["__name__"].__get__(value[0]))
        return self._see

    def _add(self, event: str, frame: FrameType, value: Any) -> None:
        code = frame.f_code
        plain, others = _split(dict(frame.f_locals))
        result = _small(value)
        written = (f'{{"t":["{event}",{frame.f_lineno or 0},{protocol.encode(code.co_name)},{self._depth},{plain},'
                   f'{others},{"null" if result is None else result}]}}')
        self._bytes_left -= len(written)
        if self._steps_left == 0 or self._bytes_left < 0:
            self._finish(truncated=True)
            return
        self._steps_left -= 1
        self._steps.append(written)

    def _finish(self, truncated: bool) -> None:
        if self._open:
            self._open = False
            sys.settrace(None)
            self._done(f'{{"t":[[{",".join(self._steps)}],{"true" if truncated else "false"}]}}')
            self._steps = []


def _split(variables: dict[str, Any]) -> tuple[str, str]:
    """The variables that can be shown, and the types of the others, both as encoded dictionaries."""
    plain, others = [], []
    for name, value in variables.items():
        key, written = protocol.encode(name), _small(value)
        if written is None:
            others.append(f"[{key},{protocol.encode(type.__dict__['__name__'].__get__(type(value)))}]")
        else:
            plain.append(f"[{key},{written}]")
    return f'{{"d":[{",".join(plain)}]}}', f'{{"d":[{",".join(others)}]}}'


def _small(value: Any) -> str | None:
    """The encoding of a small plain value; None for any other."""
    if _nodes(value, _MOST_NODES, 0) < 0:
        return None
    try:
        return protocol.encode(value)
    except (protocol.NotPlain, protocol.TooLarge):
        return None


def _nodes(value: Any, left: int, depth: int) -> int:
    """How many values are left of ``left`` after those in ``value``; below 0 as soon as there are too many."""
    kind = type(value)
    if kind in _SCALARS or (kind is str or kind is bytes) and len(value) <= _MOST_TEXT:
        return left - 1
    if depth > 20 or not (kind in _COMPOUNDS or kind is dict) or len(value) > left:
        return -1
    for item in (value if kind is not dict else [x for pair in dict.items(value) for x in pair]):
        left = _nodes(item, left, depth + 1)
        if left < 0:
            return -1
    return left
