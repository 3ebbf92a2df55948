"""What an arm would have committed with the training of one seed alone, for every seed that it was trained under.

A trained generator makes one candidate for each of its trainings, and an arm commits one of all of them. Whether
another training would have done as well is another question: here each training stands by itself, beside what was not
learned, and the arm's own selectors choose. Like every commit these are made before an answer is opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkable.core.arm_run import ArmCase, SeedRun
from checkable.core.candidate import CheckedCandidate, CheckedCase, Commit
from checkable.experiment.selecting import select
from checkable.generate.tools import Tools
from checkable.spec.model import ArmSpec

Samples = Mapping[str, int]  # learned channel to the sample that a training made


def by_seed(arm: ArmSpec, cases: Sequence[CheckedCase], tools: Tools, seed: int, name: str | None = None,
            ) -> tuple[SeedRun, ...]:
    """One run for each training seed that all learned generators of the arm share, in their order.

    None where nothing was trained, or where a learned word is no generator, shares its channel with another or has two
    trainings of one seed: then candidates do not say which training they come from. ``seed`` and ``name`` are those of
    ``selecting.select``.
    """
    found = []
    for training, samples in _samples(arm, tools).items():
        kept = [replace(case, candidates=tuple(c for c in case.candidates if _of(c, samples))) for case in cases]
        found.append(SeedRun(seed=training, cases=with_commits(kept, select(arm, kept, seed, name))))
    return tuple(found)


def with_commits(cases: Sequence[CheckedCase], commits: Sequence[Commit]) -> tuple[ArmCase, ...]:
    """Each case with what was committed there."""
    return tuple(ArmCase(case=c.case, candidates=c.candidates, commit=commit)
                 for c, commit in zip(cases, commits, strict=True))


def _of(candidate: CheckedCandidate, samples: Samples) -> bool:
    made = candidate.candidate
    return made.channel not in samples or made.sample == samples[made.channel]


def _samples(arm: ArmSpec, tools: Tools) -> dict[int, Samples]:
    """By seed: which sample of each learned channel is that training's, since samples are in the order of trainings."""
    learned = [use for use in arm.generators if use.word.learned]
    channels = [getattr(use.options, "channel", use.word.name) for use in arm.generators]
    of_learned = [channel for use, channel in zip(arm.generators, channels, strict=True) if use.word.learned]
    if any(use.word.learned for use in (*arm.evidence, *arm.selectors)) or any(use.word.training is None
                                                                               for use in learned):
        return {}
    if any(channels.count(channel) > 1 for channel in of_learned):
        return {}
    trainings = [use.word.training(use.options, tools) for use in learned]
    if any(len({one.seed for one in found}) < len(found) for found in trainings):
        return {}
    orders = [{one.seed: sample for sample, one in enumerate(found)} for found in trainings]
    shared = [seed for seed in (orders[0] if orders else ()) if all(seed in order for order in orders)]
    return {seed: {channel: order[seed] for channel, order in zip(of_learned, orders, strict=True)} for seed in shared}
