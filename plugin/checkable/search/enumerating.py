"""Bottom-up enumeration of compositions, best first, with pruning and one state for each observed behaviour.

A state is what a chain of steps made of the visible inputs and of the held-out ones. Two chains that
made the same are one state (observational equivalence, as in Albarghouthi et al., CAV 2013), kept with
the shorter description; a state that cannot become the goals is cut. States are taken in order of
description length plus what the inventory thinks is missing. The search ends when its work is used
up: work is counted in values passed over, not in seconds, so that the same case gives the same
programs on every machine.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from checkable.core.case import Json
from checkable.search.inventory import Inapplicable, Inventory, Step

GREED = 0.5  # what a bit of description counts in the order of the search, against a bit that seems missing
OVERHEAD = 12  # units of work that trying a step costs beside the values it passes over


@dataclass(frozen=True, kw_only=True)
class Found:
    """A composition that turns every visible input into its output; ``bits`` is its description length."""

    steps: tuple[Step, ...]
    bits: float
    outputs: tuple[Hashable, ...]  # on the held-out inputs


@dataclass
class _Search:
    """One search: ``seen`` maps a state to the bits it was reached with, ``queue`` holds what is not expanded."""

    inventory: Inventory
    aim: Any
    work: int
    shown: int  # how many values of a state are visible inputs
    seen: dict[Any, float] = field(default_factory=dict)
    queue: list[tuple[float, int, Any, tuple[Step, ...], float]] = field(default_factory=list)
    ticket: int = 0

    def add(self, state: tuple[Any, ...], steps: tuple[Step, ...], bits: float) -> None:
        self.seen[state] = bits
        self.ticket += 1
        missing = self.inventory.distance(state[: self.shown], self.aim)
        heapq.heappush(self.queue, (GREED * bits + missing, self.ticket, state, steps, bits))

    def after(self, state: tuple[Any, ...], step: Step) -> tuple[Any, ...] | None:
        """The state after one more step; None where it does not apply or leads nowhere."""
        apply, size = self.inventory.apply, self.inventory.size
        values = []
        try:
            for at, value in enumerate(state):
                if at == self.shown and not self.inventory.hopeful(values, self.aim):
                    return None
                self.work -= OVERHEAD + size(value)
                values.append(apply(step, value))
            return tuple(values)
        except Inapplicable:
            return None


def search(inventory: Inventory, inputs: Sequence[Any], outputs: Sequence[Json], held_out: Sequence[Any], *, work: int,
           depth: int) -> Iterator[Found]:
    """Every consistent composition that ``work`` and ``depth`` allow, as they are found: roughly shortest first."""
    begun = _Search(inventory, inventory.aim(outputs), work, len(inputs))
    start = (*inputs, *held_out)
    begun.add(start, (), 0.0)
    yield from _finished(begun, start, (), 0.0)
    while begun.queue and begun.work > 0:
        _, _, state, steps, bits = heapq.heappop(begun.queue)
        if len(steps) < depth and begun.seen[state] >= bits:
            yield from _expanded(begun, state, steps, bits)


def _expanded(begun: _Search, state: tuple[Any, ...], steps: tuple[Step, ...], bits: float) -> Iterator[Found]:
    for step in begun.inventory.proposals(state[: begun.shown], begun.aim):
        if begun.work <= 0:
            return
        made = begun.after(state, step)
        total = bits + step.bits
        if made is None or begun.seen.get(made, float("inf")) <= total:
            continue
        chain = (*steps, step)
        begun.add(made, chain, total)
        yield from _finished(begun, made, chain, total)


def _finished(begun: _Search, state: tuple[Any, ...], steps: tuple[Step, ...], bits: float) -> Iterator[Found]:
    for last in begun.inventory.finishes(state[: begun.shown], begun.aim):
        try:
            outputs = state[begun.shown :]
            for step in last:
                outputs = tuple(begun.inventory.apply(step, output) for output in outputs)
        except Inapplicable:
            continue
        yield Found(steps=(*steps, *last), bits=bits + sum(step.bits for step in last), outputs=outputs)
