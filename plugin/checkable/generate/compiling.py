"""What the compilers share: their options, and how a predicted program becomes a candidate. Not a word itself.

A compiler is trained on a course of the substrate (``learn.course``), once for each seed; each seed makes one
candidate for a case. The program is run by the course's exact machine: no token is emitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, ClassVar, Literal, Protocol

from checkable.core.candidate import Candidate
from checkable.core.case import Case, Json
from checkable.core.training import Training
from checkable.generate.tools import Tools
from checkable.learn.course import Course, Run, Slot
from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class LoraOptions:
    """Adapters on published weights (Hu et al. 2021), in 4 bits with ``quantization`` (Dettmers et al. 2023)."""

    rank: int = option(16, "rank of the adapters on all linear layers", minimum=1, maximum=512)
    quantization: Literal["none", "nf4"] = option("none", "nf4: weights below them in 4 bits, computing in bfloat16")


@dataclass(frozen=True, kw_only=True)
class EchoOptions:
    """Heads beside the program that predict the machine's state, trained with it and not used afterwards."""

    of: Literal["states", "answer"] = option("states", "states: after every slot; answer: after the last slot alone")
    weight: float = option(0.1, "of their loss beside that of the program", minimum=0.0001, maximum=100)
    labels: Literal["gold", "shuffled"] = option("gold", "shuffled: the states of another lesson's program")


@dataclass(frozen=True, kw_only=True)
class DrawOptions:
    """Programs drawn at test time from the trained distributions, as rounds of expert iteration draw them."""

    samples: int = option(16, "programs for each case and seed, the most often drawn first", minimum=1, maximum=1024)
    temperature: float = option(1.0, "of the distributions that they are drawn from", minimum=0.01, maximum=10)


@dataclass(frozen=True, kw_only=True)
class TrainedOptions:
    """What every training of a compiler says. Raises ValueError for what contradicts itself."""

    slots: int = option(8, "slots of the longest program that can be written", minimum=1, maximum=256)
    steps: int = option(400, "optimiser steps of one training; 0: untrained", minimum=0)
    batch: int = option(64, "lessons of one step", minimum=1)
    programs: int = option(1024, "distinct lessons of each stage", minimum=1)
    rate: float = option(0.002, "the highest learning rate", minimum=1e-7, maximum=1)
    checkpoints: int = option(8, "how often a training is scored on validation lessons; the best is kept", minimum=2)
    seeds: tuple[int, ...] = option((0, 1, 2), "one training for each")
    readout: Literal["slots", "decoder"] = option(
        "slots", "what fills slots: queries behind the text in the backbone itself, or a decoder over its states")
    layers: int = option(2, "layers of the decoder", minimum=1)
    frozen: bool = option(False, "leave published weights as they are; a decoder reads their states")
    lora: LoraOptions | None = option(None, "train adapters on published weights, instead of all of them")
    slot_order: Literal["written", "permuted"] = option(
        "written", "permuted: the machine runs the slots in another order")
    draw: DrawOptions | None = option(
        None, "make candidates of a sample of programs, for selectors to choose from, not of the best one alone")
    channel: str = option("compiler", "the name of this channel in tables and reports")

    def __post_init__(self) -> None:
        if self.frozen and self.lora:
            raise ValueError("'frozen' trains nothing of the backbone and 'lora' trains adapters on it: one of them")
        if len(set(self.seeds)) < len(self.seeds) or not self.seeds:
            raise ValueError(f"seeds {list(self.seeds)} must be at least one, each once")

    def lessons_of(self, substrate_options: Any) -> Any:
        """The substrate's options with what this word changes of the lessons that it is trained on."""
        return substrate_options

    def shown_of(self, substrate_options: Any) -> Any:
        """The substrate's options with what this word changes of the texts that it is asked about."""
        return substrate_options

    def as_run(self, slots: Sequence[Slot], course: Course, random: Random) -> list[Slot]:
        """The slots that the machine runs of those that were written."""
        found = list(slots)
        if self.slot_order == "permuted":
            random.shuffle(found)
        return found


@dataclass(frozen=True, kw_only=True)
class OneStageOptions(TrainedOptions):
    """A training on gold programs of every length at once, for words that vary something else."""

    stages: ClassVar[tuple[int, ...]] = ()
    schedule: ClassVar[str] = "staged"
    growth: ClassVar[str] = "copy"
    supervision: ClassVar[str] = "trace"
    output: ClassVar[str] = "program"
    lengths: ClassVar[str] = "up-to"
    length: ClassVar[str] = "read"
    replay: ClassVar[float] = 0.0
    echo: ClassVar[None] = None


@dataclass(frozen=True, kw_only=True)
class CompilerOptions(TrainedOptions):
    """A training on lessons with labels, in stages."""

    stages: tuple[int, ...] = option((), "steps of the longest programs of each stage of training; left out: slots")
    schedule: Literal["staged", "mixed", "reverse", "last"] = option(
        "staged", "which stage lessons come from: one after the other, all mixed, the longest first, the last alone")
    growth: Literal["copy", "random"] = option(
        "copy", "what a new slot begins as: a copy of the last learned slot, or random")
    lengths: Literal["up-to", "exact"] = option(
        "up-to", "programs of a stage: every length up to its own, or that alone")
    length: Literal["read", "given"] = option("read", "whether the compiler reads a program's length or is given it")
    supervision: Literal["trace", "answer"] = option(
        "trace", "trace: gold slots; answer: the answer alone, through the exact machine as a differentiable function")
    output: Literal["program", "answer"] = option("program", "a program that the machine runs, or the answer itself")
    replay: float = option(0.25, "share of steps that draw from earlier stages", minimum=0, maximum=1)
    labels: Literal["gold", "shuffled", "factors"] = option(
        "gold", "shuffled: every text with the labels of another; factors: with each factor of another one")
    echo: EchoOptions | None = option(None, "predict the machine's state beside the program")
    iteration: ClassVar[None] = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.stages and (list(self.stages) != sorted(set(self.stages)) or self.stages[-1] != self.slots):
            raise ValueError(f"stages {list(self.stages)} must grow and end with slots, {self.slots}")
        if self.output == "answer" and self.draw:
            raise ValueError("'draw' samples programs, and there is none where the output is the answer")
        if self.output == "answer" and self.slot_order == "permuted":
            raise ValueError("there are no slots to permute where the output is the answer")
        if self.echo and (self.output == "answer" or self.supervision == "answer"):
            raise ValueError("'echo' is beside gold programs: it needs output: program and supervision: trace")


class Taught(Protocol):
    """Trained compilers, one for each seed, with what they predict for the cases of this experiment."""

    course: Course
    trainings: tuple[Training, ...]

    def predictions(self, case: Case) -> Sequence[Mapping[str, Any]]:
        """One for each seed."""


def compiled(case: Case, options: TrainedOptions, tools: Tools) -> list[Candidate]:
    """The candidates of every seed; of several proposals of one seed the most trusted or most often drawn first."""
    taught = tools.learned(options)
    return [candidate for sample, made in enumerate(taught.predictions(case))
            for candidate in _candidates(case, options, taught, sample, made)]


def _candidates(case: Case, options: TrainedOptions, taught: Taught, sample: int,
                made: Mapping[str, Any]) -> Iterator[Candidate]:
    """The text is read once for all proposals of a seed, so that the first of them bears what that cost."""
    proposals = made.get("proposals", ())
    if not proposals:
        yield _candidate(case, options, taught, sample, made)
    for at, one in enumerate(proposals):
        alone = {**made, **one, "tokens": made["tokens"] if at == 0 else 0}
        found = _candidate(case, options, taught, sample, alone)
        scores = {said: one[name] for name, said in (("logprob", "logprob"), ("trust", "verifier")) if name in one}
        yield replace(found, id=f"{found.id}.{at}", scores=scores)


def _candidate(case: Case, options: TrainedOptions, taught: Taught, sample: int,
               made: Mapping[str, Any]) -> Candidate:
    course, cost = taught.course, {"prompt_tokens": made["tokens"], "completion_tokens": made.get("written", 0)}
    known = {"id": f"{options.channel}/{sample}", "channel": options.channel, "kind": "answer", "sample": sample,
             **cost}
    if made["answer"] is not None:
        return Candidate(**known, value=course.value(made["answer"]), text=str(course.value(made["answer"])))
    if made.get("problem"):
        return Candidate(**known, parse_error=made["problem"])
    slots = options.as_run([tuple(slot) for slot in made["slots"]], course, Random(f"{case.id}/{sample}"))
    runs = [course.run(start, slots) for start in (case.query if course.examples else [made["start"]])]
    structure = structure_of(course, made["start"], slots, runs[0])
    text = course.listing(made["start"], slots)
    if any(run.answer is None for run in runs):
        return Candidate(**known, text=text, structure=structure, parse_error="the program leaves no answer")
    values = [course.value(run.answer) for run in runs if run.answer is not None]
    return Candidate(**known, text=text, structure=structure, value=values if course.examples else values[0])


def structure_of(course: Course, start: int, slots: Sequence[Slot], run: Run) -> Json:
    """What is compared with the gold trace."""
    states = [list(state) if isinstance(state, tuple) else state for state in run.states]
    found = {"start": start, "slots": [list(slot) for slot in slots], "states": states}
    pointers = course.pointers(slots)
    return {**found, "pointers": pointers} if pointers else found


def trainings(options: TrainedOptions, tools: Tools) -> Sequence[Training]:
    """How each seed came about; none where nothing was trained."""
    return tools.learned(options).trainings if options.steps else ()
