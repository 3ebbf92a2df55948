"""Rows of JSON, JSON Lines and CSV files to columns of right and wrong, as a mapping says.

Only the fields that a mapping names are looked at. Whatever does not fit (a field that is not
there, a case twice, arms on different cases) is an error that names the file and the row.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checkable.core.outcomes import ArmOutcomes, Outcomes
from checkable.ledger.recorded import ArmKeys, GivenAwayKeys, MappingKeys, RowsKeys
from checkable.spec.errors import nearest
from checkable.substrate.data import Fetch, locate, read

TRUTHS = {"true": True, "1": True, "1.0": True, "false": False, "0": False, "0.0": False}
Row = Mapping[str, Any]


class RecordedOutcomesError(ValueError):
    """A recording that is not as its mapping says; the message says where."""


def outcomes_of(said: MappingKeys, data: Path | None) -> Outcomes:
    """Everything a mapping describes, in the order of the first arm's rows.

    Raises RecordedOutcomesError, and DataUnavailable where a file is neither in ``data`` nor to be fetched.
    """
    rows = {name: _rows(arm, said, data) for name, arm in said.arms.items()}
    first = next(iter(rows))
    for name, found in rows.items():
        if found.keys() != rows[first].keys():
            odd = sorted(found.keys() ^ rows[first].keys())
            raise RecordedOutcomesError(f"{name} and {first} have different cases, {odd[0]} for one")
    cases = tuple(rows[first])
    return Outcomes(
        cases=cases, families=tuple(_family(rows[first][case], case, said.rows) for case in cases),
        arms=tuple(_arm(name, arm, [rows[name][case] for case in cases]) for name, arm in said.arms.items()))


def given_away(said: GivenAwayKeys, address: str, data: Path | None) -> tuple[int, int, int]:
    """How many candidates of a pool are the reference solution, how many were made of it, and how many there are."""
    sources = [str(s) for row in _all_rows(said.file, said.sha256, address, None, data)
               for s in _values(row, said.source, said.file)]
    return (sum(s.startswith(said.reference) for s in sources),
            sum(s.startswith(said.mutants) for s in sources if said.mutants), len(sources))


def _rows(arm: ArmKeys, said: MappingKeys, data: Path | None) -> dict[str, Row]:
    """The arm's rows by case."""
    wanted = {**(said.rows.where or {}), **(arm.where or {})}
    found: dict[str, Row] = {}
    for row in _all_rows(arm.file, arm.sha256, said.address, said.rows.list, data):
        if all(str(_field(row, key, arm.file)) == str(value) for key, value in wanted.items()):
            case = str(_field(row, said.rows.case, arm.file))
            if case in found:
                raise RecordedOutcomesError(f"{arm.file}: case {case} comes twice; narrow it with 'where'")
            found[case] = row
    if not found:
        raise RecordedOutcomesError(f"{arm.file}: no row has {wanted}")
    return found


def _all_rows(file: str, sha256: str, address: str, inside: str | None, data: Path | None) -> Iterator[Row]:
    fetch = Fetch(files={Path(file).name: f"{address.rstrip('/')}/{file}"})
    if inside and not file.endswith(".json"):
        raise RecordedOutcomesError(f"{file}: 'list' is for a JSON object, and this is a file of rows")
    text = read(locate(f"records/{file}", folder=data, sha256=sha256, fetch=fetch)).decode("utf-8")
    if file.endswith(".csv"):
        return iter(csv.DictReader(io.StringIO(text)))
    try:
        if file.endswith(".jsonl"):
            return iter([json.loads(line) for line in text.split("\n") if line.strip()])
        whole = json.loads(text)
    except ValueError as error:
        raise RecordedOutcomesError(f"{file}: not JSON ({error})") from error
    rows = _field(whole, inside, file) if inside else whole
    if not isinstance(rows, list):
        raise RecordedOutcomesError(f"{file}: {inside or 'the file'} holds {type(rows).__name__}, not a list of rows")
    return iter(rows)


def _arm(name: str, arm: ArmKeys, rows: Sequence[Row]) -> ArmOutcomes:
    correct, reached = (None if path is None else tuple(_truth(row, path, arm.file) for row in rows)
                        for path in (arm.correct, arm.reached))
    return ArmOutcomes(name=name, role="arm" if arm.of is None else "control", broken=arm.breaks,
                       correct=correct, reached=reached)


def _family(row: Row, case: str, said: RowsKeys) -> str:
    if said.family is None:
        return case
    fields = (said.family,) if isinstance(said.family, str) else said.family
    return "/".join(str(_field(row, field, case)) for field in fields)


def _truth(row: Row, path: str, file: str) -> bool:
    """Whether the field is true, or any of the list that it goes through."""
    return any([_as_truth(value, path, file) for value in _values(row, path, file)])


def _as_truth(value: Any, path: str, file: str) -> bool:
    truth = TRUTHS.get(str(value).lower())
    if truth is None:
        raise RecordedOutcomesError(f"{file}: {path} holds {value!r}, which is neither true nor false")
    return truth


def _values(row: Row, path: str, file: str) -> list[Any]:
    """The value at a dotted path; all of them where a step ends with []."""
    head, several, rest = path.partition("[].")
    value = _field(row, head, file)
    if not several:
        return [value]
    if not isinstance(value, list):
        raise RecordedOutcomesError(f"{file}: {head} holds {type(value).__name__}, not a list")
    return [found for each in value for found in _values(each, rest, file)]


def _field(value: Any, path: str, file: str) -> Any:
    for step in path.split("."):
        if not isinstance(value, dict) or step not in value:
            known = list(value) if isinstance(value, dict) else []
            hint = nearest(step, known) or f"there are {', '.join(known) or 'none'}"
            raise RecordedOutcomesError(f"{file}: no field {step!r} of {path!r}; {hint}")
        value = value[step]
    return value
