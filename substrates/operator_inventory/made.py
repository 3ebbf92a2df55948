"""Targets and their inputs, drawn by seed. What a target does to an input is known here and in no case."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from substrates.operator_inventory.operators import BANK, FINISHES, HELD_OUT, NAMES, TARGETS, apply
from substrates.operator_inventory.options import HIDDEN, POOL, InventoryOptions

VERSION = 1
WORDS = ("HIGH", "LOW", "YES", "NO", "PASS", "DROP", "KEEP", "SKIP")
Input = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Target:
    id: str
    family: str
    library: int
    operators: tuple[str, ...]
    finish: str
    shown: tuple[Input, ...]
    hidden: tuple[Input, ...]
    pool: tuple[Input, ...]

    def output(self, given: Input) -> str:
        values = [apply(name, tuple(given["xs"])) for name in self.operators]
        return FINISHES[self.finish].apply(values, given)


def targets(options: InventoryOptions) -> Iterator[Target]:
    """``count`` targets, the finishes and operators in turn; an id names one target whatever else was asked for."""
    finishes = TARGETS[options.operators]
    for at in range(options.count):
        finish, turn = finishes[at % len(finishes)], at // len(finishes)
        yield _target(options, finish, turn)


def _target(options: InventoryOptions, finish: str, turn: int) -> Target:
    kind = options.split if options.split != "scaling" else f"scaling{options.library}x{options.operators}"
    name = f"{kind}_{finish}_s{options.seed}_{turn}"
    made = (_attempt(options, finish, turn, kind, name, attempt) for attempt in count())
    return next(target for target in made if options.split != "held-out" or not _is_in_bank(target))


def _is_in_bank(target: Target) -> bool:
    """Whether a program of the closed vocabulary does the same on all shown and hidden inputs."""
    inputs = (*target.shown, *target.hidden)
    wanted = [target.output(given) for given in inputs]
    alike = [one for one in FINISHES.values() if one.holes == 1 and set(one.fields) == inputs[0].keys() - {"xs"}]
    return any([one.apply([apply(name, tuple(given["xs"]))], given) for given in inputs] == wanted
               for name in BANK for one in alike)


def _attempt(options: InventoryOptions, finish: str, turn: int, kind: str, name: str, attempt: int) -> Target:
    draw = random.Random(int(hashlib.sha256(f"operators/{VERSION}/{name}/{attempt}".encode()).hexdigest(), 16))
    if options.split == "scaling":
        chosen = tuple(_pick(draw, NAMES[: options.library]) for _ in range(options.operators))
    else:
        named = HELD_OUT if options.split == "held-out" else BANK
        chosen = (named[turn % len(named)],)
    inputs = _inputs(draw, finish, chosen[0], options.examples + HIDDEN + POOL)
    return Target(
        id=name, family=f"{kind}_{finish}_{chosen[0]}" if options.split != "scaling" else f"{kind}_{finish}",
        library=len(BANK) + len(HELD_OUT) if options.split != "scaling" else options.library, operators=chosen,
        finish=finish, shown=tuple(inputs[: options.examples]),
        hidden=tuple(inputs[options.examples : options.examples + HIDDEN]), pool=tuple(inputs[-POOL:]))


def _inputs(draw: random.Random, finish: str, operator: str, wanted: int) -> list[Input]:
    """Different inputs, so that no hidden or unlabelled one is an example."""
    made: dict[str, Input] = {}
    while len(made) < wanted:
        given = {"xs": _numbers(draw), **{field: _field(draw, field, operator) for field in FINISHES[finish].fields}}
        made.setdefault(repr(given), given)
    return list(made.values())


def _numbers(draw: random.Random) -> list[int]:
    return [_integer(draw, 1, 9) for _ in range(_integer(draw, 3, 5))]


def _field(draw: random.Random, field: str, operator: str) -> int | str:
    if field == "modulus":
        return _integer(draw, 5, 13)
    if field == "offset":
        return _integer(draw, 1, 9)
    if field == "threshold":  # what the operator says of another list: above for some inputs, and not for others
        return apply(operator, tuple(_numbers(draw)))
    return _pick(draw, WORDS[::2] if field == "hi" else WORDS[1::2])


def _integer(draw: random.Random, low: int, high: int) -> int:
    return low + int(draw.random() * (high - low + 1))


def _pick(draw: random.Random, among: tuple[str, ...]) -> str:
    return among[int(draw.random() * len(among))]
