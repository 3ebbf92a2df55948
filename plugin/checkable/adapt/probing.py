"""Ways of calling executed on the visible calls, many in one child, and those left out that ended it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checkable.adapt.arguments import Way
from checkable.adapt.programs import probe
from checkable.adapt.visible import VisibleCall
from checkable.core.candidate import Observation

if TYPE_CHECKING:
    from checkable.library import Algorithm

Run = Callable[[str, Sequence[Any]], list[Observation]]
AT_ONCE = 250



def values(ways: Sequence[Way], algorithms: Mapping[str, Algorithm], calls: Sequence[VisibleCall], entry_point: str,
           run: Run) -> dict[Way, tuple[Any, ...]]:
    """What each way returns for each visible call, for the ways that return plain data for all of them."""
    found: dict[Way, tuple[Any, ...]] = {}
    for start in range(0, len(ways), AT_ONCE):
        found |= _tried(ways[start:start + AT_ONCE], algorithms, calls, entry_point, run)
    return found


def _tried(ways: Sequence[Way], algorithms: Mapping[str, Algorithm], calls: Sequence[VisibleCall], entry_point: str,
           run: Run) -> dict[Way, tuple[Any, ...]]:
    source = probe(ways, algorithms, entry_point, len(calls[0].arguments))
    seen = run(source, [call.text for call in calls])
    if all(observation.ok for observation in seen):
        return _read(ways, [observation.value for observation in seen])
    if len(ways) == 1:
        return {}
    # One of them ran on, or all together returned too much: halves, until it is alone.
    middle = len(ways) // 2
    return {**_tried(ways[:middle], algorithms, calls, entry_point, run),
            **_tried(ways[middle:], algorithms, calls, entry_point, run)}


def _read(ways: Sequence[Way], shown: Sequence[str]) -> dict[Way, tuple[Any, ...]]:
    tables = [dict(_line(line) for line in text.splitlines()) for text in shown]
    found = {}
    for number, way in enumerate(ways):
        texts = [table.get(number) for table in tables]
        if all(text is not None for text in texts):
            try:
                found[way] = tuple(ast.literal_eval(text) for text in texts)
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                continue  # not plain data, or a float that has no literal
    return found


def _line(line: str) -> tuple[int, str]:
    number, _, text = line.partition(" ")
    return int(number), text
