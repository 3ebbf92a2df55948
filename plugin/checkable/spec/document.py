"""What may be written in a spec: one frozen dataclass for each kind of mapping.

These are the single description of the keys: ``typed`` reads by them, ``schema`` prints them.
They hold what was read before names are checked against each other. ``matrix`` and ``tiers`` are
not here: they are gone once an item is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from checkable.spec.cursor import Cursor, found
from checkable.spec.justifications import Reasons
from checkable.spec.model import SamplingSpec, StoppingSpec, Use
from checkable.spec.names import Hyphenated, Named, Sentence
from checkable.spec.typed import Reader, entries
from checkable.spec.words import OneWord, Words
from checkable.vocabulary import option, required, words


@dataclass(frozen=True)
class SubstrateKeys:
    """A substrate's name beside its options. Only the form is read here; the substrate reads the rest."""

    def reader(self) -> Reader:
        def read(value: Any, at: Cursor) -> Any:
            if not isinstance(value, dict):
                expected = "a substrate's name, or a mapping with 'name' and its options"
                return at.wrong(f"{found(value)} stands here", expected)
            if "name" not in value:
                return at.wrong("'name' is missing", "the name of a substrate", at_key=True)
            if not isinstance(value["name"], str):
                return at.into(value, "name").wrong(f"{found(value['name'])} stands here", "the name of a substrate")
            return value

        return read


@dataclass(frozen=True, kw_only=True)
class ArmKeys:
    """How candidates are made, what is learned about them, and which one is committed."""

    generator: Annotated[tuple[Use, ...], Words("generator")] = required(
        "what makes candidates: a word or a list; each makes a channel, and the first is the fallback")
    selector: Annotated[tuple[Use, ...], Words("selector")] | None = option(
        None, "what commits a candidate: a word, or a chain that narrows step by step; 'only' unless given")
    evidence: Annotated[tuple[Use, ...], Words("evidence")] = option(
        (), "what is learned about candidates before selecting: a word or a list")

    @staticmethod
    def elsewhere(key: str) -> str:
        for name, word in words("generator").items():
            if key in entries(word.options):
                return f"an option stands inside its generator: {{{name}: {{{key}: …}}}}"
        return ""


@dataclass(frozen=True, kw_only=True)
class ControlKeys:
    """A copy of an arm with one thing broken on purpose."""

    of: str = required("the arm that is copied")
    break_: Annotated[Use, OneWord("break")] = required("the one thing that is broken")
    seed: int | None = option(None, "drives whatever is random about it; the experiment's seed unless given", minimum=0)


@dataclass(frozen=True, kw_only=True)
class ExecutionKeys:
    """How programs are executed. What is not said stays as the substrate declares it."""

    namespace: str | None = option(None, "what programs find in scope: a namespace that the substrate declares")
    cpu_seconds: float | None = option(None, "CPU time of one program, for all its inputs", minimum=0.01)
    wall_seconds: float | None = option(None, "elapsed time of one program, as a backstop", minimum=0.01)
    memory_mb: int | None = option(None, "memory of one program", minimum=16)
    output_bytes: int | None = option(None, "output of one program", minimum=1)


@dataclass(frozen=True, kw_only=True)
class Document:
    """One item of an experiment, with inheritance, tier and matrix already applied."""

    title: Annotated[str, Sentence()] = required("one sentence: what this experiment shows")
    description: str = option("", "what the reader should know before reading the numbers")
    research_program: Annotated[str, Hyphenated()] | None = option(
        None, "the line of inquiry of the ledger that this belongs to")
    claim: Annotated[str, Hyphenated()] | None = option(None, "the claim of the ledger that this bears on")
    substrate: Annotated[Any, SubstrateKeys()] = required("where cases come from: a name, or 'name' and its options")
    model: str | None = option(
        None, "a name in models.yaml; needed unless 'pool' is given or every generator is recorded")
    pool: str | None = option(
        None, "a recorded pool file, relative to the workspace root, that answers every request; excludes 'model'")
    pools: Mapping[str, str] | None = option(
        None, "recorded pool files for models that generators name: the model's name to the file")
    arms: Annotated[Mapping[str, ArmKeys], Named(ArmKeys, "arm", least=1)] = required(
        "name to generator, selector and evidence: what is compared")
    controls: Annotated[Mapping[str, ControlKeys], Named(ControlKeys, "control")] | None = option(
        None, "name to a copy of an arm with one thing broken")
    slices: Annotated[Mapping[str, str], Named(str, "slice")] | None = option(
        None, "name to an expression about one case: which cases it holds")
    criteria: tuple[str, ...] = option((), "lines that must hold for the experiment to pass")
    reference: Mapping[str, str | int | float] | None = option(
        None, "published figures by what they measure, such as 'direct.correct: 138/250'")
    justifications: Annotated[Mapping[str, str], Reasons()] | None = option(
        None, "audit to the reason for what it finds, printed beside the result")
    stopping: StoppingSpec | None = option(
        None, "run cases in batches, and stop once every 'A beats B' of the criteria is decided or without hope")
    sampling: SamplingSpec = option(SamplingSpec(), "one decoding for all arms")
    execution: ExecutionKeys = option(ExecutionKeys(), "how programs are executed; the substrate's unless given")
    seed: int = option(0, "drives sampling seeds, random selectors and controls", minimum=0)
    cases: int | Literal["all"] = option("all", "how many cases, spread evenly over the families, or 'all'", minimum=1)

    @staticmethod
    def elsewhere(key: str) -> str:
        if key in entries(SamplingSpec):
            return f"{key!r} belongs under 'sampling'"
        if key in entries(ExecutionKeys):
            return f"{key!r} belongs under 'execution'"
        return f"{key!r} belongs to an arm, under 'arms'" if key in entries(ArmKeys) else ""
