"""How one call of a program becomes text: its value alone, or with what became of its arguments.

Both promise that only plain data leaves. With arguments, iterators and ranges leave too, marked as what they are,
since a caller may have asked for ``list(f(x))``; they are used up here, within the limits of the program.
"""

from __future__ import annotations

import builtins
import itertools
from collections.abc import Callable

from . import protocol

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

_ITERATORS = (
    map, filter, zip, enumerate, reversed, itertools.chain, itertools.accumulate, itertools.islice,
    *map(type, (iter([]), iter(()), iter(""), iter({}), iter(set()), reversed([]), (_ for _ in ()))),
)
_LOST = "lost"  # the arguments changed into what is no plain data


def value(function: Callable[..., Any], arguments: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    """The encoded value. Raises what the function raises, NotPlain and TooLarge."""
    return protocol.encode(function(*arguments, **keywords))


def call(function: Callable[..., Any], arguments: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    """An encoded tuple: kind of the value ("value", "iterator", "range"), the value, the arguments after the call.

    The last is None where they are as they were, "lost" where they cannot leave, otherwise ``[arguments, keywords]``.
    """
    before = _arguments(arguments, keywords)
    kind, returned = _kind(function(*arguments, **keywords))
    encoded = protocol.encode(returned)
    after = _arguments(arguments, keywords)
    return f'{{"t":["{kind}",{encoded},{"null" if after == before else after}]}}'


def _kind(returned: Any) -> tuple[str, Any]:
    kind = type(returned)
    if kind is range:
        return "range", [returned.start, returned.stop, returned.step]
    if kind in _ITERATORS:
        return "iterator", list(itertools.islice(returned, protocol.MAX_NODES))
    return "value", returned


def _arguments(arguments: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    try:
        return protocol.encode([arguments, keywords])
    except (protocol.NotPlain, protocol.TooLarge):
        return f'"{_LOST}"'
