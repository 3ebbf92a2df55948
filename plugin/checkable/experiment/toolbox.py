"""Putting together what generators and evidence are handed."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from checkable.core.candidate import CheckedCase
from checkable.core.case import Case, Json
from checkable.core.completion import Completion, CompletionRequest, Prompt, Sampling
from checkable.core.progress import Progress
from checkable.engine.endpoint import PromptTooLong
from checkable.engine.weights import cache_folder
from checkable.experiment.channels import in_parallel
from checkable.experiment.checking import Checker
from checkable.experiment.desk import Desk
from checkable.experiment.models import Models
from checkable.experiment.services import Services
from checkable.experiment.teaching import Teacher
from checkable.generate.retrieving import query_of
from checkable.generate.tools import Tools
from checkable.measure.extension import references
from checkable.retrieve.shelf import Shelf
from checkable.spec.model import ArmSpec, Spec
from checkable.substrate import prompts
from checkable.substrate.contract import Substrate, Unreadable


class Tally:
    """Counts the distinct completions of one experiment. Safe from many threads."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[str, str]] = {}
        self._asked: dict[str, tuple[CompletionRequest, Completion]] = {}
        self._lock = threading.Lock()

    def add(self, completion: Completion) -> Completion:
        with self._lock:
            self._seen[completion.key] = (completion.finish_reason, completion.provenance.kind)
        return completion

    def answered(self, request: CompletionRequest, completion: Completion) -> Completion:
        """Count a completion that a model was asked for, and remember the request."""
        with self._lock:
            self._asked[completion.key] = (request, completion)
        return self.add(completion)

    @property
    def asked(self) -> list[tuple[CompletionRequest, Completion]]:
        """Every request to a model with what came back, whether an engine or the pool answered."""
        return list(self._asked.values())

    @property
    def count(self) -> int:
        return len(self._seen)

    @property
    def known(self) -> int:
        """Completions that say how they ended."""
        return sum(bool(reason) for reason, _ in self._seen.values())

    @property
    def ended_by_length(self) -> int:
        return sum(reason == "length" for reason, _ in self._seen.values())

    def by_origin(self) -> dict[str, int]:
        """How many were live (made by an engine of ours, now or earlier) and how many recorded."""
        return dict(sorted(Counter(kind for _, kind in self._seen.values()).items()))


def tools_for(spec: Spec, substrate: Substrate, services: Services, models: Models, checker: Checker,
              tally: Tally, teacher: Teacher, cases: Sequence[Case], desk: Desk) -> Tools:
    """The tools of one experiment over ``cases``. Templates and recordings are read once."""
    load = cache(lambda name: prompts.load(substrate.folder / "prompts", name))

    def render(template: str, inline: str | None, case: Case, values: Mapping[str, Json] | None = None) -> Prompt:
        chosen = load(template) if inline is None else prompts.inline(inline, under=load(template))
        return prompts.render(chosen, case=case, **(values or {}))

    def complete(prompt: Prompt, sampling: Sampling, index: int, name: str | None = None) -> Completion:
        model = models.of(name)
        if model is None:
            raise LookupError("a generator asked for a completion, but this experiment has only recorded ones")
        request = CompletionRequest(model=model.identity, prompt=prompt, sampling=sampling, sample_index=index)
        try:
            return tally.answered(request, model.complete(request))
        except PromptTooLong as error:  # a candidate that failed, not a run that did
            raise Unreadable(f"the prompt does not fit the model's context: {error}") from error

    return Tools(
        substrate=substrate, sampling=sampling(spec), complete=complete, tally=tally.add, check=checker.check,
        render=render,
        recording=cache(lambda name: services.open_recording(recording_path(substrate, name))), run=checker.run,
        label=desk.label, learned=teacher.learned,
        course=teacher.course,
        references=cache(lambda extension: references(substrate, spec.substrate_options, extension, services.data,
                                                      services.root)),
        shelf=cache(lambda: _shelf(services, cases)))


def _shelf(services: Services, cases: Sequence[Case]) -> Shelf:
    return Shelf(services.root, services.retrieval or cache_folder() / "retrieval",
                 queries=[query_of(case) for case in cases])


def sampling(spec: Spec) -> Sampling:
    """The decoding that a spec's generators start from."""
    shared = spec.sampling
    return Sampling(temperature=shared.temperature, top_p=shared.top_p, top_k=shared.top_k,
                    max_tokens=shared.max_tokens, seed=spec.seed)


def recording_path(substrate: Substrate, name: str) -> Path:
    """The mapping file of recorded completions that a spec names."""
    return substrate.folder / "recordings" / f"{name}.yaml"


def with_evidence(arm: ArmSpec, cases: Sequence[CheckedCase], tools: Tools, services: Services, *,
                  threads: int) -> list[CheckedCase]:
    """The arm's candidates with what its evidence words add, word after word. Cases run side by side."""
    if not arm.evidence:
        return list(cases)

    def one(case: CheckedCase) -> CheckedCase:
        candidates = case.candidates
        for use in arm.evidence:
            candidates = tuple(use.word.function(case.case, candidates, use.options, tools))
        return replace(case, candidates=candidates)

    def told(done: int) -> None:
        services.progress(Progress(phase=f"evidence for {arm.name}", done=done, total=len(cases), at_once=threads))

    return in_parallel(one, cases, threads=threads, told=told)
