"""Outcomes that others recorded, brought in through a declarative mapping.

Where no substrate can run an experiment again, its published per-case results still say something.
A mapping (``reports/ledger/recorded/*.yaml``) names files, the fields that hold what was right, and
the claims they bear on (docs/ledger.md shows one). Such outcomes are
labelled wherever they are shown, confirm nothing, and give way to execution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from checkable.ledger.documents import Name, Text
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.errors import SpecErrors, nearest, one_of
from checkable.spec.names import Named
from checkable.spec.typed import read_record
from checkable.spec.yaml_lines import LinedDict, read_yaml
from checkable.vocabulary import option, required

FOLDER = "reports/ledger/recorded"


@dataclass(frozen=True, kw_only=True)
class RowsKeys:
    """Where the rows of a file are and which field names the case."""

    list: Text | None = option(None, "the field that holds the rows, where the file is one JSON object")
    case: Text = required("the field that names the case")
    family: Text | tuple[Text, ...] | None = option(None, "the field, or fields, that group cases; none: each alone")
    where: Mapping[str, str | int | float | bool] | None = option(None, "keep the rows whose fields have these values")


@dataclass(frozen=True, kw_only=True)
class ArmKeys:
    """One arm or control: a file and the fields that say what was right.

    A field is a dotted path; ``candidates[].full_pass`` is true where any candidate's is.
    """

    file: Text = required("below records/ of the data folder")
    sha256: Text = required("of the uncompressed content")
    of: Name | None = option(None, "for a control: the arm that it breaks")
    breaks: Name | None = option(None, "for a control: the word for what is broken")
    correct: Text | None = option(None, "the field that says whether the commit was right")
    reached: Text | None = option(None, "the field that says whether any candidate was right")
    where: Mapping[str, str | int | float | bool] | None = option(None, "as under 'rows', for this arm alone")


@dataclass(frozen=True, kw_only=True)
class GivenAwayKeys:
    """Candidates that no deployment would have: looked for in the recorded pool."""

    file: Text = required("the pool, below records/ of the data folder")
    sha256: Text = required("of the uncompressed content")
    source: Text = required("the field that says how a candidate was made, such as candidates[].source")
    reference: tuple[Text, ...] = required("beginnings of that field for the reference solution")
    mutants: tuple[Text, ...] = option((), "beginnings of that field for what was made from it")


@dataclass(frozen=True, kw_only=True)
class ModelKeys:
    """The model behind the recorded candidates."""

    name: Text = required("its public name")
    revision: str = option("", "the revision that was used, where the recording says")


@dataclass(frozen=True, kw_only=True)
class MappingKeys:
    """One experiment of others."""

    title: Text = required("what was done")
    claims: tuple[Name, ...] = required("the claims that it bears on")
    substrate: Name = required("what the cases are")
    split: Name = required("which of them")
    model: ModelKeys | None = option(None, "the model behind the candidates; none: no model was involved")
    seed: int = option(0, "a number for the one seed that was run", minimum=0)
    made_by: Text = required("who recorded it")
    made_at: Text = required("when")
    licence: Text = required("of the recording")
    address: Text = required("the folder on the web from which files are fetched, pinned to a commit")
    remark: str = option("", "what a reader should know")
    rows: RowsKeys = required("how the files are read")
    arms: Annotated[Mapping[str, ArmKeys], Named(ArmKeys, "arm", least=2)] = required("what is compared")
    given_away: GivenAwayKeys | None = option(None, "a pool that may hold the reference solution")


@dataclass(frozen=True, kw_only=True)
class RecordedMapping:
    """A mapping that was read: its path relative to the workspace, and what it says."""

    path: str
    keys: MappingKeys


def mapping_files(root: Path) -> list[Path]:
    """The mappings of a workspace, by name."""
    return sorted((root / FOLDER).glob("*.yaml"))


def read_mapping(path: Path, root: Path, claims: Mapping[str, Any]) -> RecordedMapping:
    """One mapping, whose claims must be among ``claims``. Raises SpecErrors with every mistake in it."""
    source, raw = read_yaml(path)
    top = Cursor(source, [])
    said = read_record(MappingKeys, raw, top)
    if said is not WRONG:
        _check(said, raw, top, claims)
    if top.errors:
        raise SpecErrors(top.errors)
    return RecordedMapping(path=path.relative_to(root).as_posix(), keys=said)


def _check(said: MappingKeys, raw: LinedDict, top: Cursor, claims: Mapping[str, Any]) -> None:
    for index, name in enumerate(said.claims):
        if name not in claims:
            at = top.into(raw, "claims").into(raw["claims"], index)
            at.wrong(f"the ledger has no claim {name!r}", one_of(claims), nearest(name, claims))
    arms = top.into(raw, "arms")
    for name, arm in said.arms.items():
        here = arms.into(raw["arms"], name)
        if arm.correct is None and arm.reached is None:
            here.wrong("nothing says what was right", "'correct', 'reached' or both", at_key=True)
        if arm.of is not None and arm.of not in said.arms:
            at = here.into(raw["arms"][name], "of")
            at.wrong(f"no arm is called {arm.of!r}", one_of(said.arms), nearest(arm.of, said.arms))
