"""Something that can be committed, and what executing it showed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from checkable.core.case import Case, Example, Json


class Outcome(str, Enum):  # noqa: UP042 - its name, not its value, is what errors of ours print
    """How one execution ended. INFRASTRUCTURE is our failure, never the candidate's."""

    OK = "ok"
    WRONG_SHAPE = "wrong-shape"  # ran, but returned something that is not plain data of the right kind
    EXCEPTION = "exception"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT = "output"  # more output than allowed
    KILLED = "killed"
    REFUSED = "refused"  # never started: not a program, or not allowed
    INFRASTRUCTURE = "infrastructure"


@dataclass(frozen=True, kw_only=True)
class Observation:
    """What one execution showed. ``value`` is plain data and only meaningful when OK."""

    outcome: Outcome
    value: Json = None
    error: str = ""  # type and message of an exception, or why it was refused
    cpu_seconds: float = 0.0

    @property
    def ok(self) -> bool:
        return self.outcome is Outcome.OK

    @property
    def canonical(self) -> str | None:
        """The value as JSON that is equal where values are; None where the run failed."""
        return json.dumps(self.value, sort_keys=True) if self.ok else None


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A direct answer or a program, with the completions that made it.

    ``channel`` is the generator that made it (the first channel of an arm is its fallback);
    ``sample`` counts independent tries in a channel and ``attempt`` the repairs that led here.
    Tokens and seconds are those of all its completions, ``earlier`` attempts included.
    Exactly one of ``value`` and ``source`` is set unless ``parse_error`` says why neither is.
    """

    id: str  # unique among the candidates of one case in one arm, e.g. "program/0.1"
    channel: str
    kind: Literal["answer", "program"]
    sample: int = 0
    attempt: int = 0
    text: str = ""  # the completion as returned
    value: Json = None
    source: str | None = None
    parse_error: str | None = None
    provenance: str = "live"  # live, recorded, reference, mutant, enumerated
    structure: Json = None  # of a program for an exact machine: start, slots and the states that it went through
    completion_keys: tuple[str, ...] = ()
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    seconds: float | None = None
    scores: Mapping[str, float] = field(default_factory=dict)  # what was recorded beside it: evidence from the start
    mean_logprob: float | None = None  # of the tokens of its last completion, in nats; None where nobody asked for it
    earlier: tuple[Candidate, ...] = ()  # the attempts that this one repaired, first to last


@dataclass(frozen=True, kw_only=True)
class Payment:
    """What one piece of evidence cost: a completion that was asked for, or labels of unlabelled inputs.

    ``key`` names it, so that candidates that share a piece of evidence pay for it once. Tokens and
    seconds are None where they are not known.
    """

    key: str
    tokens: int | None = 0
    seconds: float | None = 0.0
    labels: int = 0


@dataclass(frozen=True, kw_only=True)
class CheckedCandidate:
    """A candidate with everything that may be known about it before committing.

    ``on_examples`` are its runs on the inputs of the visible examples (empty for an answer, unless it is what a
    program for an exact machine says: then that program's),
    ``on_query`` its run on the held-out input (for an answer: the answer itself).
    In a case with tests ``on_examples`` has the first call of each visible test, whose ``error`` is set where the
    call returned and the test failed all the same; ``on_query`` lists what those calls returned, None for each that
    did not, and is only ok if the program could be called at all.
    ``passes`` says whether it reproduced every visible example; None where it cannot be checked.
    ``on_unlabelled`` are a program's runs on the case's unlabelled inputs, in their order.
    What evidence words add: ``evidence``, named numbers; ``on_tests``, its verdicts on tests that a
    model wrote; ``labelled``, bought examples that ``passes`` covers too; ``paid``, what all that cost.
    """

    candidate: Candidate
    on_examples: tuple[Observation, ...]
    on_query: Observation
    passes: bool | None
    evidence: Mapping[str, float] = field(default_factory=dict)
    on_unlabelled: tuple[Observation, ...] = ()
    on_tests: tuple[bool, ...] = ()
    labelled: tuple[Example, ...] = ()
    paid: tuple[Payment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Commit:
    """What a selector chose for one case. ``candidate`` is None when it abstained."""

    case: str
    candidate: CheckedCandidate | None
    treated: bool  # the commit came from a channel other than the fallback (the first)
    reason: str  # the word that decided, for the report


@dataclass(frozen=True, kw_only=True)
class CheckedCase:
    """One case with the candidates of one arm, in the order of its channels, before selection."""

    case: Case
    candidates: tuple[CheckedCandidate, ...]
