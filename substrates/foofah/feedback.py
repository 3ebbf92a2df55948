"""What a repair prompt says about a program that failed on the visible example. Short by design."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Case, Example

LINES = 3  # differing rows that are shown
ROW = 150  # characters of a row that are shown
ERROR = 200  # characters of an exception that are shown

_ENDS = {
    Outcome.TIMEOUT: "It did not finish in time. Check the loops.",
    Outcome.MEMORY: "It used too much memory.",
    Outcome.OUTPUT: "It returned far too much.",
    Outcome.KILLED: "It was stopped before it finished.",
}


def describe(case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
    """A few sentences about the first visible example that was not reproduced."""
    if problem is not None:
        return f"There was no program to run: {_cut(problem, ERROR)}. Define a function transform(table)."
    for example, seen in zip(case.examples, on_examples, strict=True):
        if not seen.ok or seen.value != example.output:
            return _one(example, seen)
    return "It reproduced the example, so nothing is known to be wrong."


def _one(example: Example, seen: Observation) -> str:
    if seen.outcome in _ENDS:
        return _ENDS[seen.outcome]
    if seen.outcome is Outcome.WRONG_SHAPE:
        return f"It did not return a list of rows, each a list of strings: {_cut(seen.error, ERROR)}."
    if not seen.ok:
        return f"On the example input it failed with {_cut(seen.error, ERROR) or seen.outcome.value}."
    return "\n".join(_differences(example.output, seen.value))


def _differences(expected: list[list[str]], got: list[list[str]]) -> list[str]:
    lines = [f"On the example input it returned {_size(got)}; expected is {_size(expected)}."]
    shown = 0
    for at in range(max(len(expected), len(got))):
        want, have = _row(expected, at), _row(got, at)
        if want == have:
            continue
        if shown == LINES:
            lines.append("More rows differ.")
            break
        lines += [f"Row {at + 1} expected: {_text(want)}", f"Row {at + 1} returned: {_text(have)}"]
        shown += 1
    return lines


def _row(table: list[list[str]], at: int) -> list[str] | None:
    return table[at] if at < len(table) else None


def _text(row: list[str] | None) -> str:
    # Spaces are kept as they are: they may be the very difference.
    return "no such row" if row is None else _shortened(json.dumps(row, ensure_ascii=False), ROW)


def _size(table: list[list[str]]) -> str:
    widths = sorted({len(row) for row in table})
    cells = " to ".join(str(width) for width in sorted({widths[0], widths[-1]})) + " cells" if widths else "no cells"
    return f"{len(table)} {'row' if len(table) == 1 else 'rows'} of {cells}"


def _cut(text: str, length: int) -> str:
    return _shortened(" ".join(text.split()).rstrip("."), length)


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
