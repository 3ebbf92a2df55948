"""A repaired program, written at once by a decoder over what a backbone reads of the wrong one and its evidence.

What is read and what is trained on is the same problem with more or less evidence (``evidence``); ``shown`` shows
a compiler other evidence than it was trained with. All decode alike, in one pass. What is written is a program of the
substrate's language, so that it is executed on the visible cases like any program and selectors can look at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Literal

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions, Taught, trainings
from checkable.generate.tools import Tools
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import option, word

Evidence = Literal["aligned", "shuffled", "random", "absent", "exchanged", "withheld"]


@dataclass(frozen=True, kw_only=True)
class RepairOptions(CompilerOptions):
    """The options of a compiler, and what it sees beside the wrong program."""

    readout: Literal["slots", "decoder"] = option(
        "decoder", "what fills slots: queries behind the text in the backbone itself, or a decoder over its states")
    evidence: Evidence = option(
        "aligned", "what it is trained with: each case with what the program computes of it (aligned), the same of "
                   "another problem (shuffled), random values, as many, or nothing (absent); the whole block of "
                   "another problem (exchanged) or no block (withheld)")
    shown: Evidence | None = option(None, "what it is shown of the evaluated cases; left out: what it is trained with")
    channel: str = option("repair", "the name of this channel in tables and reports")
    draw: ClassVar[None] = None

    def lessons_of(self, substrate_options: Any) -> Any:
        return _with(substrate_options, self.evidence)

    def shown_of(self, substrate_options: Any) -> Any:
        return _with(substrate_options, self.shown or self.evidence)


def _with(substrate_options: Any, evidence: Evidence) -> Any:
    if "evidence" not in {field.name for field in fields(substrate_options)}:
        raise NothingToLearn("the substrate has no 'evidence' beside wrong programs: trace-repair has")
    return replace(substrate_options, evidence=evidence)


def repairing(learned: Any) -> RepairOptions:
    """The options of an arm that a break of evidence changes. Raises NothingToLearn where it repairs nothing."""
    if not isinstance(learned, RepairOptions):
        raise NothingToLearn("breaks of evidence are for arms that train a repair-compiler")
    return learned


@word("generator", "repair-compiler", options=RepairOptions, learned=True, training=trainings)
def repair_compiler(case: Case, options: RepairOptions, tools: Tools) -> list[Candidate]:
    """A trained decoder writes the repaired program whole, from the wrong one and what is shown of its runs."""
    taught = tools.learned(options)
    return [_candidate(options, taught, sample, made, tools) for sample, made in enumerate(taught.predictions(case))]


def _candidate(options: RepairOptions, taught: Taught, sample: int, made: Mapping[str, Any], tools: Tools) -> Candidate:
    slots = [tuple(slot) for slot in made["slots"]]
    text = taught.course.listing(made["start"], slots)
    return Candidate(
        id=f"{options.channel}/{sample}", channel=options.channel, kind="program", sample=sample, text=text,
        source=tools.substrate.read_program(text), prompt_tokens=made["tokens"], completion_tokens=0,
        structure={"start": made["start"], "slots": [list(slot) for slot in slots], "states": []})
