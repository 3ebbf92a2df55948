"""Programs, claims and the queue from the YAML that people edit, read as strictly as specs are.

``reports/ledger/programs.yaml``, ``claims.yaml`` and ``queue.yaml`` map names to what these
dataclasses describe; what one file says of another is checked too. Mistakes are collected and
raised together as SpecErrors, each with its place and the nearest valid name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from checkable.core.claims import Claim, Proposal, ResearchProgram, Retirement
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.errors import SpecErrors, nearest, one_of
from checkable.spec.ledger_names import CLAIMS, PROGRAMS
from checkable.spec.names import Hyphenated, Named, Sentence
from checkable.spec.typed import reader
from checkable.spec.yaml_lines import LinedDict, Source, line_of, read_yaml
from checkable.vocabulary import option, required

QUEUE = "reports/ledger/queue.yaml"
Text = Annotated[str, Sentence()]
Name = Annotated[str, Hyphenated()]


@dataclass(frozen=True, kw_only=True)
class ProgramKeys:
    """A research program."""

    title: Text = required("what it is called")
    charter: Text = required("what it is for")
    boundaries: tuple[Text, ...] = required("what belongs elsewhere")
    stop_when: tuple[Text, ...] = required("what would end it")


@dataclass(frozen=True, kw_only=True)
class ComparesKeys:
    """The difference that a claim is about."""

    arm: Name = required("the arm that the claim speaks for")
    base: Name = required("what it stands against")
    measure: Literal["committed", "reachable"] = option("committed", "what counts as a success on a case")
    controls: tuple[Name, ...] = option((), "arms, controls or breaks that the arm must beat as well")
    reward_controls: tuple[Name, ...] = option((), "those of base and controls that train on a shuffled reward")
    smallest_effect: float = required("the smallest difference of shares that matters: 0.05 is five points", minimum=0)


@dataclass(frozen=True, kw_only=True)
class RetiredKeys:
    """Who retired a claim, when and why."""

    by: Text = required("who")
    on: Text = required("when, as an ISO 8601 date")
    reason: Text = required("why")


@dataclass(frozen=True, kw_only=True)
class ClaimKeys:
    """A claim."""

    statement: Text = required("one sentence that can be wrong")
    programs: tuple[Name, ...] = required("the research programs it belongs to")
    models: tuple[Text, ...] = option((), "the models it is about; any, unless given")
    compares: ComparesKeys | None = option(None, "the difference it is about; the specs' criteria decide without")
    trained: bool = option(False, "whether the arm is trained, so that it owes three seeds")
    refuted_by: Text = required("what would refute it")
    note: str = option("", "what a reader should know")
    status: Literal["confirmed", "promising", "open", "negative"] | None = option(
        None, "what somebody holds it to be; shown where the numbers disagree, and never believed")
    retired: RetiredKeys | None = option(None, "set by a person who gives it up, with a reason")


@dataclass(frozen=True, kw_only=True)
class ProposalKeys:
    """A proposal of the queue."""

    title: Text = required("what it is called")
    programs: tuple[Name, ...] = required("the research programs it belongs to")
    priority: Literal["P0", "P1", "P2"] = required("P0 comes first")
    effort: Literal["small", "medium", "large"] = required("how much work it is")
    question: Text = required("what is asked")
    hypothesis: Text = required("what is expected")
    protocol: tuple[Text, ...] = required("the smallest experiment that answers, step by step")
    success: Text = required("what would be seen if the hypothesis holds")
    failure: Text = required("what would be seen if it does not")
    claim: Name | None = option(None, "the claim it would bear on")
    frontier: Text | None = option(None, "the new line of inquiry that it opens")
    substrate: Name | None = option(None, "the substrate that its skeleton runs on")


@dataclass(frozen=True, kw_only=True)
class Documents:
    """What people wrote. A file that is not there is empty."""

    programs: tuple[ResearchProgram, ...]
    claims: tuple[Claim, ...]
    proposals: tuple[Proposal, ...]


def read_documents(root: Path) -> Documents:
    """The three files of the workspace ``root``. Raises SpecErrors with every mistake in any of them."""
    errors: list[Any] = []
    programs, claims, proposals = (
        _read(root / file, keys, what, errors)
        for file, keys, what in ((PROGRAMS, ProgramKeys, "program"), (CLAIMS, ClaimKeys, "claim"),
                                 (QUEUE, ProposalKeys, "proposal")))
    for document in (claims, proposals):
        document.check("programs", "research program", programs)
    claims.check_controls()
    proposals.check("claim", "claim", claims)
    if errors:
        raise SpecErrors(errors)
    return Documents(
        programs=tuple(ResearchProgram(id=name, line=line, **asdict(said)) for name, line, said in programs.entries()),
        claims=tuple(_claim(name, line, said) for name, line, said in claims.entries()),
        proposals=tuple(Proposal(id=name, line=line, **asdict(said)) for name, line, said in proposals.entries()))


def _claim(name: str, line: int, said: ClaimKeys) -> Claim:
    about = said.compares
    return Claim(
        id=name, line=line, statement=said.statement, programs=said.programs, models=said.models,
        arm=about and about.arm, base=about and about.base, measure=about.measure if about else "committed",
        controls=about.controls if about else (), reward_controls=about.reward_controls if about else (),
        smallest_effect=about and about.smallest_effect, trained=said.trained, refuted_by=said.refuted_by,
        note=said.note, typed_status=said.status,
        retired=Retirement(**asdict(said.retired)) if said.retired else None)


class _Document:
    """One file while it is checked: what it says, with its places. ``raw`` is None where it cannot be read."""

    def __init__(self, at: Cursor, raw: LinedDict | None, said: Mapping[str, Any]) -> None:
        self.at, self.raw, self.said = at, raw, said

    def entries(self) -> Iterable[tuple[str, int, Any]]:
        return ((name, line_of(self.raw, name), said) for name, said in self.said.items())

    def check(self, key: str, what: str, of: _Document) -> None:
        """Every name under ``key``, one or a list, is defined in the document ``of``, if that can be read."""
        valid = of.raw
        for name, said in self.said.items() if valid is not None else ():
            entry = self.at.into(self.raw, name).into(self.raw[name], key)
            value = getattr(said, key)
            each = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for index, wanted in each:
                if wanted is not None and wanted not in valid:
                    here = entry if index is None else entry.into(self.raw[name][key], index)
                    here.wrong(f"the ledger has no {what} {wanted!r}", one_of(valid), nearest(wanted, valid))

    def check_controls(self) -> None:
        """Reward controls are among the controls, and no control is the arm itself."""
        for name, said in self.said.items():
            if said.compares is None:
                continue
            raw = self.raw[name]["compares"]
            here = self.at.into(self.raw, name).into(self.raw[name], "compares")
            for index, control in enumerate(said.compares.reward_controls):
                against = (said.compares.base, *said.compares.controls)
                if control not in against:
                    here.into(raw, "reward_controls").into(raw["reward_controls"], index).wrong(
                        f"{control!r} is neither the base nor a control", one_of(against), nearest(control, against))
            if said.compares.arm in (said.compares.base, *said.compares.controls):
                here.into(raw, "arm").wrong("an arm does not stand against itself", "another base and other controls")


def _read(path: Path, keys: type, what: str, errors: list[Any]) -> _Document:
    """A file's entries. Mistakes are added to ``errors``; after one the document is empty but for its names."""
    try:
        source, raw = read_yaml(path)
    except FileNotFoundError:
        return _Document(Cursor(Source(path, ""), errors), LinedDict(), {})
    except SpecErrors as found:
        errors.extend(found.errors)
        return _Document(Cursor(Source(path, ""), errors), None, {})
    at = Cursor(source, errors)
    said = reader(Annotated[Mapping[str, Any], Named(keys, what)])(raw, at)
    return _Document(at, raw, {} if said is WRONG else said)
