"""The ladder: from algorithms and visible calls to the programs that return what is visible, rung by rung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checkable.adapt.arguments import Way, constants_in, ways
from checkable.adapt.probing import Run, values
from checkable.adapt.programs import program
from checkable.adapt.signatures import fits, parameters
from checkable.adapt.visible import VisibleCall
from checkable.adapt.wraps import matching

if TYPE_CHECKING:
    from checkable.library import Algorithm

HIGHEST = 4
_CALLS = 3  # visible calls that are screened by; all of them judge the programs


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """``rung`` is the highest tried; ``calls`` of one algorithm, ``compositions`` and ``programs`` of one task."""

    rung: int = 3
    calls: int = 16
    compositions: int = 200
    programs: int = 16


@dataclass(frozen=True, kw_only=True)
class Adapted:
    """A program that returns what is visible: its source, what it took, and which algorithms it calls."""

    source: str
    rung: int
    expression: str
    algorithms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Climb:
    """The programs found, the simplest first, and how many calls were executed to find them."""

    programs: tuple[Adapted, ...]
    executed: int


def adapt(algorithms: Sequence[Algorithm], visible: Sequence[VisibleCall], *, words: str, entry_point: str, run: Run,
          bounds: Bounds) -> Climb:
    """Programs from ``algorithms``, which come in the order in which they are preferred within a rung.

    ``words`` are the task's, from which constants are taken. ``run(source, calls)`` executes a program on calls and
    returns an observation for each. All visible calls must take equally many arguments.
    """
    calls = [call for call in visible if len(call.arguments) == len(visible[0].arguments)][:_CALLS]
    by_name = {algorithm.name: algorithm for algorithm in algorithms}
    constants = constants_in(words)
    single = [way for algorithm in algorithms
              for way in ways(algorithm, calls[0].arguments, constants, rung=bounds.rung, most=bounds.calls)]
    returned: dict[Way, tuple[Any, ...]] = {}
    for rung in range(HIGHEST):  # each by itself: a lower ladder then executes nothing that a higher one has not
        returned |= values([way for way in single if way.rung == rung], by_name, calls, entry_point, run)
    double: list[Way] = []
    if bounds.rung >= HIGHEST:
        double = _compositions(returned, algorithms, calls[0].arguments)[:bounds.compositions]
        returned |= values(double, by_name, calls, entry_point, run)
    place = {name: at for at, name in enumerate(by_name)}
    found = sorted(_passing(returned, calls, bounds.rung),
                   key=lambda item: (item[0], item[2].cost, [place[n] for n in item[2].algorithms], item[1]))
    arity = len(calls[0].arguments)
    programs = tuple(
        Adapted(source=program(way, wrap, by_name, entry_point, arity), rung=rung, expression=wrap.format(way.text),
                algorithms=way.algorithms)
        for rung, wrap, way in found[:bounds.programs])
    return Climb(programs=programs, executed=len(single) + len(double))


def _passing(returned: Mapping[Way, tuple[Any, ...]], calls: Sequence[VisibleCall],
             highest: int) -> Iterator[tuple[int, str, Way]]:
    """Rung, first wrap and way wherever the wrapped values are the visible ones for every call."""
    for way, made in returned.items():
        fitting = [list(matching(value, call.expected)) for value, call in zip(made, calls, strict=True)]
        for wrap in fitting[0]:
            rung = way.rung if wrap == "{}" else max(2, way.rung)
            if rung <= highest and all(wrap in others for others in fitting[1:]):
                yield rung, wrap, way
                break


def _compositions(returned: Mapping[Way, tuple[Any, ...]], algorithms: Sequence[Algorithm],
                  given: Sequence[Any]) -> list[Way]:
    """Calls of a second algorithm on what a first returned, one for each distinct value, the cheapest first."""
    distinct: dict[str, Way] = {}
    for way in sorted(returned):
        if way.rung <= 2 and returned[way][0] not in (None, *given):
            distinct.setdefault(repr(returned[way]), way)
    found = []
    for way in distinct.values():
        for algorithm in algorithms:
            taken = [p for p in parameters(algorithm.signature) if p.required]
            if len(taken) == 1 and algorithm.name not in way.algorithms and fits(taken[0].annotation, returned[way][0]):
                found.append(Way(HIGHEST, way.rung * 10 + way.cost, f"{algorithm.name}({way.text})",
                                 (algorithm.name, *way.algorithms)))
    return sorted(found)
