"""The text of a composition: what reports show, pools could keep, and ``parse`` reads back.

One line a step, ``operator argument argument``, the arguments in JSON, under a first line that names
the language. No program in Python begins with that line, so that one look tells them apart.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Json
from checkable.search.inventory import Inapplicable, Inventory, Step

HEAD = "composition of "


def render(inventory: Inventory, steps: Sequence[Step]) -> str:
    """The text of a composition; the same steps give the same text."""
    return "\n".join([f"{HEAD}{inventory.name}:", *(_line(step) for step in steps)])


def is_composition(source: str) -> bool:
    return source.startswith(HEAD)


def parse(inventory: Inventory, source: str) -> tuple[Step, ...]:
    """The steps of a text. Raises Inapplicable where it is not a composition of this inventory."""
    head, *lines = source.splitlines()
    if head != f"{HEAD}{inventory.name}:":
        raise Inapplicable(f"expected a composition of {inventory.name}, got one that begins with {head!r}")
    return tuple(_step(line) for line in lines)


def run(inventory: Inventory, steps: Sequence[Step], data: Json) -> Json:
    """What the composition makes of one input. Raises Inapplicable."""
    value: Any = inventory.read(data)
    for step in steps:
        value = inventory.apply(step, value)
    return inventory.write(value)


def observe(inventory: Inventory, source: str, inputs: Sequence[Json]) -> list[Observation]:
    """What a composition's text does on each input. It runs here: its operators are code of ours, not the text's."""
    try:
        steps = parse(inventory, source)
    except Inapplicable as error:
        return [Observation(outcome=Outcome.REFUSED, error=str(error)) for _ in inputs]
    return [_observed(inventory, steps, data) for data in inputs]


def _observed(inventory: Inventory, steps: Sequence[Step], data: Json) -> Observation:
    try:
        return Observation(outcome=Outcome.OK, value=run(inventory, steps, data))
    except Inapplicable as error:
        return Observation(outcome=Outcome.EXCEPTION, error=f"Inapplicable: {error}")


def _line(step: Step) -> str:
    return " ".join([step.operator, *(json.dumps(argument, ensure_ascii=False) for argument in step.arguments)])


def _step(line: str) -> Step:
    operator, _, rest = line.partition(" ")
    decoder, arguments = json.JSONDecoder(), []
    while rest:
        try:
            argument, end = decoder.raw_decode(rest)
        except json.JSONDecodeError as error:
            raise Inapplicable(f"cannot read the arguments of {line!r}: {error}") from error
        arguments.append(_frozen(argument))
        rest = rest[end:].lstrip(" ")
    return Step(operator, tuple(arguments))


def _frozen(argument: Json) -> Any:
    return tuple(_frozen(part) for part in argument) if isinstance(argument, list) else argument
