"""Further inputs that nobody has labelled: variations of the arguments that a visible test shows.

They come from visible evidence alone and are the same everywhere. What a function should return for them nobody says,
and some may be outside of what it is meant for: they serve to see where programs differ, never to judge one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from checkable.core.execution import Call
from checkable.substrate.functions.calls import is_call, write_call

_TRIES = 12  # per variation wanted, before it is said that there are no more


def variations(shown: Sequence[Call], count: int, key: str) -> tuple[str, ...]:
    """At most ``count`` distinct calls as text, none of them among those shown. ``key`` decides on the draws."""
    if not shown:
        return ()
    random = _Draw(key)
    known = {write_call(call.function, call.arguments) for call in shown}
    found: dict[str, None] = {}
    for _ in range(count * _TRIES):
        call = random.choice(shown)
        if call.keywords or not call.arguments:
            continue
        text = write_call(call.function, _varied(call.arguments, random))
        if text not in known and is_call(text):
            found[text] = None
        if len(found) == count:
            break
    return tuple(found)


class _Draw:
    """Draws from ``random()`` alone, so that they are the same in every Python."""

    def __init__(self, key: str) -> None:
        self._random = Random(int(hashlib.sha256(f"variations/{key}".encode()).hexdigest(), 16))

    def below(self, bound: int) -> int:
        return int(self._random.random() * bound)

    def choice(self, options: Sequence[Any]) -> Any:
        return options[self.below(len(options))]


def _varied(arguments: tuple[Any, ...], draw: _Draw) -> tuple[Any, ...]:
    """One or two of the arguments changed."""
    changed = list(arguments)
    for _ in range(1 + draw.below(2)):
        at = draw.below(len(changed))
        changed[at] = _vary(changed[at], draw)
    return tuple(changed)


def _vary(value: Any, draw: _Draw) -> Any:
    for kind, function in _BY_KIND:
        if isinstance(value, kind):
            return function(value, draw)
    return value


def _number(value: Any, draw: _Draw) -> Any:
    options = [value + 1, value - 1, value * 2, value + 3] + ([value // 2] if isinstance(value, int) else [value / 2])
    return draw.choice([option for option in options if option >= 0] or options)


def _text(value: str, draw: _Draw) -> str:
    at = draw.below(len(value)) if value else 0
    options = [value[::-1], value[:at] + value[at + 1:], value + value[at:at + 1], value.swapcase(),
               value[at:] + value[:at], value[:at] + value[at:at + 1] + value[at:]]
    return draw.choice(options)


def _sequence(value: Any, draw: _Draw) -> Any:
    items = list(value)
    if not items:
        return value
    at = draw.below(len(items))
    nested = isinstance(items[at], (list, tuple, dict))
    if draw.below(3 if nested else 2) == 0:
        changed = [*items[:at], _vary(items[at], draw), *items[at + 1:]]
    else:
        changed = draw.choice([items[::-1], items[:at] + items[at + 1:], items + [items[at]], items[at:] + items[:at]])
    return type(value)(changed)


def _set(value: Any, draw: _Draw) -> Any:
    return type(value)(_sequence(sorted(value, key=repr), draw))


def _dictionary(value: dict[Any, Any], draw: _Draw) -> dict[Any, Any]:
    if not value:
        return value
    key = draw.choice(list(value))
    if draw.below(2):
        return {name: each for name, each in value.items() if name != key}
    return {name: _vary(each, draw) if name == key else each for name, each in value.items()}


_BY_KIND: tuple[tuple[Any, Callable[[Any, _Draw], Any]], ...] = (
    (bool, lambda value, draw: not value), ((int, float), _number), (str, _text), ((list, tuple), _sequence),
    ((set, frozenset), _set), (dict, _dictionary))
