"""Whether doing it again gives the same: committed programs under another hash seed, greedy completions asked again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import CheckedCandidate, Observation
from checkable.core.case import Case
from checkable.core.progress import Progress
from checkable.engine.endpoint import EngineError
from checkable.execute import Resampled
from checkable.experiment.channels import in_parallel
from checkable.experiment.checking import Checker
from checkable.experiment.models import Models
from checkable.experiment.services import TellProgress
from checkable.experiment.toolbox import Tally
from checkable.measure.audits import Repeats

MOST_ASKED_AGAIN = 8  # and never more than a tenth of what was asked, beyond two
OTHER_SEEDS = (1, 2)  # added to the declared hash seed: two more draws show most programs that depend on order


@dataclass(frozen=True, kw_only=True)
class Repeated:
    """What was done again in one experiment: committed programs under other hash seeds, stored executions, completions.

    ``completions`` is None where no engine was kept busy anyway.
    """

    programs: Repeats
    stored: Repeats
    completions: Repeats | None


def rerun_commits(runs: Sequence[ArmRun], checker: Checker) -> Repeats:
    """Run every program that an arm committed again, under other hash seeds. Names the cases that changed."""
    commits = {(c.case.id, c.commit.candidate.candidate.source): (c.case, c.commit.candidate)
               for run in runs if run.role == "arm" for c in run.cases
               if c.commit.candidate is not None and c.commit.candidate.candidate.source is not None}
    suspects = [(case, checked) for (_, source), (case, checked) in commits.items() if _may_depend_on_order(source)]
    others = [_outcomes(suspects, checker, step) for step in OTHER_SEEDS]
    unstable = {case.id for (case, checked), *again in zip(suspects, *others, strict=True)
                if set(again) != {_outcome([checked.on_query, *checked.on_unlabelled])}}
    return Repeats(tried=len(commits), different=len(unstable), named=tuple(sorted(unstable)))


def stored_again(looked_at: Resampled) -> Repeats:
    """Stored executions that the sandbox made again by chance."""
    return Repeats(tried=looked_at.looked_at, different=len(looked_at.disagreed), named=looked_at.disagreed)


def ask_again(tally: Tally, models: Models, made_before: int, seed: int, progress: TellProgress) -> Repeats | None:
    """Ask the engines again for a few greedy completions, past the pool, and compare the texts.

    What comes back now is compared and forgotten: the pool keeps the first. None where this run made
    no engine work (``made_before``: what the models had made before it), or nothing greedy was asked.
    A failing engine is told, not raised: every completion that the run needs is there already.
    """
    if models.made == made_before:
        return None
    asked = [pair for pair in tally.asked if models.can_be_asked_again(pair[0])]
    greedy = sorted((pair for pair in asked if pair[0].sampling.temperature == 0), key=lambda pair: pair[0].key)
    if not greedy:
        return None
    wanted = min(len(greedy), MOST_ASKED_AGAIN, max(2, len(asked) // 10))
    sample = Random(f"{seed}/ask again").sample(greedy, wanted)
    try:
        again = in_parallel(
            models.ask_again, [request for request, _ in sample], threads=models.concurrency,
            told=lambda done: progress(Progress(phase="ask again", done=done, total=wanted,
                                                at_once=models.concurrency)))
    except EngineError as error:
        return Repeats(tried=0, different=0, problem=str(error))
    changed = [request.key for (request, before), now in zip(sample, again, strict=True) if before.text != now.text]
    return Repeats(tried=len(sample), different=len(changed), named=tuple(changed))


def _may_depend_on_order(source: str) -> bool:
    """A program that never says set, hash or id, nor writes a set display, cannot depend on the hash seed."""
    return any(mark in source for mark in ("set", "hash", "id(", "{"))


def _outcomes(suspects: Sequence[tuple[Case, CheckedCandidate]], checker: Checker, step: int) -> list[str]:
    """What each did on its held-out and unlabelled inputs under another hash seed."""
    namespace = replace(checker.namespace, hash_seed=checker.namespace.hash_seed + step)
    other = Checker(checker.substrate, namespace, checker.limits, checker.sandbox)
    return [_outcome(seen) for seen in other.again([(case, checked.candidate.source) for case, checked in suspects])]


def _outcome(seen: Sequence[Observation]) -> str:
    return json.dumps([[o.outcome.value, o.value if o.ok else None] for o in seen])
