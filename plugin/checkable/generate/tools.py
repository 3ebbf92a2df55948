"""What a generator is handed, and the few steps that all generators share. Not a word itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from checkable.core.candidate import Candidate, CheckedCandidate
from checkable.core.case import Case, Example, Json
from checkable.core.completion import Completion, Prompt, Sampling
from checkable.substrate.contract import Substrate, Unreadable
from checkable.vocabulary import option

TEMPLATES = "prompts/*.md"  # of a substrate


def _no_library() -> Any:
    raise LookupError("there is no library here")


def _no_references(extension: Any) -> Sequence[Any]:
    raise LookupError("there are no reference solutions here")


def _no_lessons() -> Any:
    raise LookupError("there is nothing to learn here")


@dataclass(frozen=True, kw_only=True)
class Tools:
    """Everything a generator may use. All functions are safe to call from many threads.

    ``complete(prompt, sampling, sample_index, model)`` answers from the pool or asks the model (None: the
    experiment's own); a prompt that does not fit the model's context raises Unreadable.
    ``check(case, candidate)`` executes a candidate on visible evidence.
    ``render(template, inline, case, values)`` renders a prompt of the substrate, or an inline one.
    ``recording(name)`` opens recorded completions by the name of their mapping file.
    ``run(case, source, inputs)`` executes a program of that case on inputs, in a case with tests on calls as text.
    ``label(case, index)`` buys the output of an unlabelled input, None where it is not for sale; whoever buys puts a
    Payment down.
    ``shelf()`` is the library of verified algorithms, opened when it is first asked for (checkable.retrieve.Shelf).
    ``references(extension)`` are reference solutions as algorithms, for an arm that declares to be extended with them.
    ``learned(options)`` is what was trained as the options of a learned word say (``compiling.Taught``).
    ``course()`` is what the substrate has to teach (``learn.course.Course``); raises NothingToLearn.
    """

    substrate: Substrate
    sampling: Sampling
    complete: Callable[[Prompt, Sampling, int, str | None], Completion]
    check: Callable[[Case, Candidate], CheckedCandidate]
    render: Callable[..., Prompt]
    recording: Callable[[str], Any]
    tally: Callable[[Completion], Completion]  # counts a completion that did not come through ``complete``
    run: Callable[[Case, str, Sequence[Json]], list[Any]]
    label: Callable[[Case, int], Example | None]
    learned: Callable[[Any], Any]
    shelf: Callable[[], Any] = _no_library
    references: Callable[[Any], Sequence[Any]] = _no_references
    course: Callable[[], Any] = _no_lessons


@dataclass(frozen=True, kw_only=True)
class SamplingOptions:
    """Decoding that a generator may set for itself, against the experiment's ``sampling``."""

    samples: int = option(1, "how many independent completions", minimum=1, maximum=1024)
    temperature: float | None = option(None, "overrides the experiment's temperature", minimum=0, maximum=5)
    top_p: float | None = option(None, "overrides the experiment's top_p", minimum=0, maximum=1)
    max_tokens: int | None = option(None, "overrides the experiment's max_tokens", minimum=1)
    logprobs: bool = option(False, "ask for the log-probability of every token too, for selectors by likelihood")
    model: str | None = option(None, "another model of models.yaml that is asked instead of the experiment's",
                               model=True)


def decoding(options: SamplingOptions, base: Sampling) -> Sampling:
    """The experiment's sampling, with what a generator sets for itself. Its seed is still the experiment's.

    Greedy decoding has one form whatever the seed, so that it is paid once.
    """
    wanted = {name: getattr(options, name) for name in ("temperature", "top_p", "max_tokens")}
    merged = replace(base, **{name: value for name, value in wanted.items() if value is not None})
    if options.logprobs:
        merged = replace(merged, logprobs=0)
    return replace(merged, top_p=1.0, top_k=None, seed=0) if merged.temperature == 0 else merged


def seeded(sampling: Sampling, prompt: Prompt, index: int) -> Sampling:
    """The sampling of one completion: every prompt and sample draws from a stream of its own.

    With one seed for all prompts, engines would draw the same random numbers for every case, and cases would
    succeed and fail together, which statistics over cases take to be independent.
    """
    if sampling.temperature == 0:
        return sampling
    digest = hashlib.sha256(json.dumps([sampling.seed, index, asdict(prompt)], sort_keys=True).encode()).digest()
    return replace(sampling, seed=int.from_bytes(digest[:4], "big") >> 1)


def decodings(options: Sequence[Any], base: Sampling) -> list[Sampling]:
    """The decodings of those generators (given by their options) that have one."""
    return [decoding(o, base) for o in options if isinstance(o, SamplingOptions)]


def candidate(tools: Tools, completion: Completion, *, channel: str, kind: str, sample: int, attempt: int = 0,
              earlier: tuple[Candidate, ...] = (), scores: Mapping[str, float] | None = None) -> Candidate:
    """Read one completion as an answer or a program; what cannot be read keeps its reason."""
    value, source, problem = None, None, None
    try:
        if kind == "answer":
            value = tools.substrate.read_answer(completion.text)
        else:
            source = tools.substrate.read_program(completion.text)
    except Unreadable as error:
        problem = str(error)
    before = earlier[-1] if earlier else None
    return Candidate(
        id=f"{channel}/{sample}", channel=channel, kind=kind, sample=sample, attempt=attempt,
        text=completion.text, value=value, source=source, parse_error=problem,
        provenance=completion.provenance.kind, earlier=earlier, scores=scores or {},
        mean_logprob=mean_logprob(completion),
        completion_keys=(*(before.completion_keys if before else ()), completion.key),
        prompt_tokens=_plus(before and before.prompt_tokens, completion.prompt_tokens, first=before is None),
        completion_tokens=_plus(before and before.completion_tokens, completion.completion_tokens,
                                first=before is None),
        seconds=_plus(before and before.seconds, completion.seconds, first=before is None),
    )


def mean_logprob(completion: Completion) -> float | None:
    """The mean log-probability of the generated tokens in nats; None where they were not asked for."""
    tokens = completion.logprobs
    return sum(token.logprob for token in tokens) / len(tokens) if tokens else None


def unanswered(problem: str, *, channel: str, kind: str, sample: int, earlier: tuple[Candidate, ...] = ()) -> Candidate:
    """A candidate for a completion that could not be asked for, keeping what its earlier attempts cost."""
    before = earlier[-1] if earlier else None
    return Candidate(
        id=f"{channel}/{sample}", channel=channel, kind=kind, sample=sample, attempt=len(earlier),
        parse_error=problem, earlier=earlier,
        completion_keys=before.completion_keys if before else (),
        prompt_tokens=before.prompt_tokens if before else 0,
        completion_tokens=before.completion_tokens if before else 0,
        seconds=before.seconds if before else 0.0,
    )


def _plus(before: float | None, now: float | None, *, first: bool) -> Any:
    """A running total; unknown (None) as soon as one part is."""
    if first:
        return now
    return None if before is None or now is None else before + now


def ask(tools: Tools, prompt: Prompt, options: SamplingOptions, index: int) -> Completion:
    """One completion of the model that the options name. Raises Unreadable."""
    return tools.complete(prompt, seeded(decoding(options, tools.sampling), prompt, index), index, options.model)

