"""Bottom-up enumeration of compositions, best first, with pruning and one state for each observed behaviour.

A state is what a chain of steps made of the visible inputs and of the held-out ones. Two chains that
made the same are one state (observational equivalence, as in Albarghouthi et al., CAV 2013), kept with
the shorter description; a state that cannot become the goals is cut, and one that is the goals is
reported and not taken further. States are taken in order of description length plus what the inventory
thinks is missing. What a step makes of the held-out inputs is worked out only for states that are taken
or reported, which most never are; until then a few chains to the same visible values may wait side by
side. The search ends when its work is used up, or some time after something fits: work is counted in
values passed over, not in seconds, so that the same case gives the same programs on every machine.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checkable.core.case import Json
from checkable.search.inventory import Inapplicable, Inventory, Step

GREED = 0.5  # what a bit of description counts in the order of the search, against a bit that seems missing
OVERHEAD = 40  # units of work that a step costs beside the values it passes over
AFTERWARDS = 0.2  # of the whole work: how long others are looked for once something fits
Values = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A composition that turns every visible input into its output; ``bits`` is its description length."""

    steps: tuple[Step, ...]
    bits: float
    outputs: tuple[Hashable, ...]  # on the held-out inputs


class _Waiting(NamedTuple):
    """A state that was reached and not taken yet: ``before`` are the held-out values before its last step."""

    priority: float
    ticket: int  # first come, first served among equals
    bits: float
    steps: tuple[Step, ...]
    visible: Values
    before: Values


@dataclass
class _Search:
    inventory: Inventory
    aim: Any
    work: int
    queue: list[_Waiting] = field(default_factory=list)
    chains: Counter[Values] = field(default_factory=Counter)  # by visible values
    added: int = 0
    taken: set[tuple[Values, Values]] = field(default_factory=set)

    def add(self, visible: Values, steps: tuple[Step, ...], bits: float, before: Values) -> None:
        self.chains[visible] += 1
        self.added += 1
        priority = GREED * bits + self.inventory.distance(visible, self.aim)
        heapq.heappush(self.queue, _Waiting(priority, self.added, bits, steps, visible, before))

    def apply(self, step: Step, values: Values) -> Values:
        """The values after the step, paid for. Raises Inapplicable."""
        self.work -= sum(OVERHEAD + self.inventory.size(value) for value in values)
        return tuple(self.inventory.apply(step, value) for value in values)

    def tried(self, step: Step, visible: Values) -> Values | None:
        """The visible values after the step; None where it does not apply, changes nothing or leads nowhere."""
        try:
            made = self.apply(step, visible)
        except Inapplicable:
            return None
        return made if made != visible and self.inventory.hopeful(made, self.aim) else None

    def take(self) -> tuple[_Waiting, Values] | None:
        """The next state with its held-out values; None where it is one that was taken before, or has none."""
        state = heapq.heappop(self.queue)
        try:
            held_out = self.apply(state.steps[-1], state.before) if state.steps else state.before
        except Inapplicable:
            return None
        if (state.visible, held_out) in self.taken:
            return None
        self.taken.add((state.visible, held_out))
        return state, held_out


def search(inventory: Inventory, inputs: Sequence[Any], outputs: Sequence[Json], held_out: Sequence[Any], *, work: int,
           depth: int) -> Iterator[Found]:
    """Consistent compositions that ``work`` and ``depth`` allow, as they are found: roughly shortest first."""
    start = tuple(inputs)
    begun = _Search(inventory, inventory.aim(start, outputs), work)
    begun.add(start, (), 0.0, tuple(held_out))
    yield from _ended(begun, (), 0.0, tuple(held_out), inventory.finishes(start, begun.aim))
    some = False
    while begun.queue and begun.work > 0:
        taken = begun.take()
        if taken is None or len(taken[0].steps) >= depth:
            continue
        for found in _expanded(begun, *taken):
            if not some:  # then as much again as it took, and a part of the whole, for what else fits
                some, begun.work = True, min(begun.work, work - begun.work + int(AFTERWARDS * work))
            yield found


def _expanded(begun: _Search, state: _Waiting, held_out: Values) -> Iterator[Found]:
    for step in begun.inventory.proposals(state.visible, begun.aim):
        if begun.work <= 0:
            return
        made = begun.tried(step, state.visible)
        if made is None:
            continue
        steps, bits = (*state.steps, step), state.bits + step.bits
        ends = tuple(begun.inventory.finishes(made, begun.aim))
        if ends:
            yield from _reported(begun, steps, bits, held_out, ends)
        elif begun.chains[made] < begun.inventory.waiting:
            begun.add(made, steps, bits, held_out)


def _reported(begun: _Search, steps: tuple[Step, ...], bits: float, before: Values,
              ends: Sequence[tuple[Step, ...]]) -> Iterator[Found]:
    try:
        held_out = begun.apply(steps[-1], before)
    except Inapplicable:
        return
    yield from _ended(begun, steps, bits, held_out, ends)


def _ended(begun: _Search, steps: tuple[Step, ...], bits: float, held_out: Values,
           ends: Iterable[tuple[Step, ...]]) -> Iterator[Found]:
    """One report for each way to end that applies to the held-out values too."""
    for last in ends:
        try:
            outputs = held_out
            for step in last:
                outputs = begun.apply(step, outputs)
        except Inapplicable:
            continue
        yield Found(steps=(*steps, *last), bits=bits + sum(step.bits for step in last), outputs=outputs)
