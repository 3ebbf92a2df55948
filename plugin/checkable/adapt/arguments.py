"""Ways to call one algorithm with a task's arguments: expressions for each of its parameters, cheapest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from checkable.adapt.signatures import Parameter, fits, parameters

if TYPE_CHECKING:
    from checkable.library import Algorithm

_CASTS = {  # the text, with how a value is tried for it
    "list({})": list, "tuple({})": tuple, "sorted({})": sorted, "str({})": str, "int({})": int, "float({})": float,
    "''.join({})": "".join, "' '.join({})": " ".join, "{}.split()": lambda x: x.split(),
    "[list(row) for row in {}]": lambda x: [list(row) for row in x],
    "[tuple(row) for row in {}]": lambda x: [tuple(row) for row in x],
    "[int(digit) for digit in str(abs({}))]": lambda x: [int(digit) for digit in str(abs(x))],
    "list({}.items())": lambda x: list(x.items()), "list({}.values())": lambda x: list(x.values()),
    "{}[0]": lambda x: x[0], "{}[1]": lambda x: x[1],
}
_PLAIN_CONSTANTS = (0, 1, 2, 10, -1, True, False, "", " ", ",")
_MOST_OPTIONS, _MOST_PRODUCTS = 10, 4000


@dataclass(frozen=True, order=True)
class Way:
    """A call as Python text: its rung, what it costs within the rung, and the algorithms it calls."""

    rung: int
    cost: int
    text: str
    algorithms: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class _Option:
    text: str
    cost: int
    uses: frozenset[int]
    rung: int


def names(count: int) -> list[str]:
    """The arguments' names in every expression."""
    return [f"a{at}" for at in range(count)]


def ways(algorithm: Algorithm, given: Sequence[Any], constants: Sequence[Any], *, rung: int, most: int) -> list[Way]:
    """At most ``most`` calls up to a rung that take at least one argument and every argument at most once.

    ``given`` are one visible call's arguments, ``constants`` what may stand where no argument does.
    """
    taken = parameters(algorithm.signature)
    required = [p for p in taken if p.required]
    found: set[Way] = set()
    for wanted in ([required, taken] if len(taken) > len(required) and len(given) > len(required) else [required]):
        found |= set(_assignments(algorithm.name, wanted, given, constants, rung))
    return sorted(found)[:most]


def constants_in(text: str) -> list[Any]:
    """What may stand where no argument does: the numbers and quoted texts of a task's words, then plain ones."""
    numbers = [int(number) for number in re.findall(r"(?<![\w.])\d{1,6}(?!\w|\.\d)", text)]
    quoted = [piece for pair in re.findall(r"'([^'\n]{1,12})'|\"([^\"\n]{1,12})\"", text) for piece in pair if piece]
    seen: dict[str, Any] = {repr(value): value for value in (*numbers, *quoted, *_PLAIN_CONSTANTS)}
    return list(seen.values())


def _assignments(name: str, wanted: Sequence[Parameter], given: Sequence[Any], constants: Sequence[Any],
                 rung: int) -> Iterator[Way]:
    options = [_options(parameter, given, constants, rung) for parameter in wanted]
    plain = names(len(given))
    for chosen in islice(product(*options), _MOST_PRODUCTS):
        uses = [use for option in chosen for use in option.uses]
        if not uses or len(uses) != len(set(uses)) or sum(option.rung == 3 for option in chosen) > 1:
            continue
        same_order = [option.text for option in chosen] == plain
        highest = max(0 if same_order else 1, *(option.rung for option in chosen))
        if highest <= rung:
            unused = len(given) - len(uses)
            yield Way(highest, sum(o.cost for o in chosen) + 2 * unused + (uses != sorted(uses)),
                      f"{name}({', '.join(option.text for option in chosen)})", (name,))


def _options(parameter: Parameter, given: Sequence[Any], constants: Sequence[Any], rung: int) -> list[_Option]:
    """What may stand for a parameter: arguments as they are, then cast, then constants."""
    plain = [_Option(name, 0, frozenset([at]), 0) for at, (name, value) in enumerate(zip(names(len(given)), given,
             strict=True)) if fits(parameter.annotation, value)]
    cast = list(_cast(parameter, given)) if rung >= 2 else []
    fixed = list(_fixed(parameter, given, constants)) if rung >= 3 else []
    return [*plain, *cast[:_MOST_OPTIONS], *fixed[:_MOST_OPTIONS]]


def _cast(parameter: Parameter, given: Sequence[Any]) -> Iterator[_Option]:
    for at, value in enumerate(given):
        for template, function in _CASTS.items():
            try:
                made = function(value)
            except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
                continue
            changed = type(made) is not type(value) or made != value
            if changed and fits(parameter.annotation, made) and parameter.annotation not in ("object", "Any"):
                yield _Option(template.format(f"a{at}"), 1, frozenset([at]), 2)
    if len(given) > 1:
        packed = f"[{', '.join(names(len(given)))}]"
        for text, made in ((packed, list(given)), (f"({packed[1:-1]})", tuple(given))):
            if fits(parameter.annotation, made):
                yield _Option(text, 2, frozenset(range(len(given))), 2)


def _fixed(parameter: Parameter, given: Sequence[Any], constants: Sequence[Any]) -> Iterator[_Option]:
    for at, value in enumerate(given):
        if hasattr(value, "__len__") and fits(parameter.annotation, len(value)):
            yield _Option(f"len(a{at})", 2, frozenset(), 3)
    for place, constant in enumerate(constants):
        if fits(parameter.annotation, constant):
            yield _Option(repr(constant), 3 + place, frozenset(), 3)
