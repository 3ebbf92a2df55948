"""Each training of an arm commits alone: what its seed made, beside what was not learned, by its own selectors."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, CheckedCase, Observation, Outcome
from checkable.core.case import Case
from checkable.core.training import Training
from checkable.experiment.by_seed import by_seed
from checkable.experiment.sequential import _joined
from checkable.spec.model import ArmSpec, Use
from checkable.vocabulary import Word, words


@dataclass(frozen=True, kw_only=True)
class Learner:
    channel: str = "compiler"
    seeds: tuple[int, ...] = (7, 3)


@dataclass(frozen=True, kw_only=True)
class Plain:
    channel: str = "direct"


def trainings(options: Learner, tools: object) -> list[Training]:
    return [Training(seed=seed, texts=(), scored_at="last step") for seed in options.seeds]


def learned(kind: str = "generator", **about) -> Use:
    word = Word(kind=kind, name="learner", options=Learner, function=print, summary="", source=__name__, learned=True,
                training=trainings)
    return Use(word=word, options=Learner(**about))


DIRECT = Use(word=Word(kind="generator", name="direct", options=Plain, function=print, summary="", source=__name__),
             options=Plain())
FIRST_OF = Use(word=words("selector")["majority"], options=words("selector")["majority"].options())


def arm(*generators: Use, selectors: tuple[Use, ...] = (FIRST_OF,)) -> ArmSpec:
    return ArmSpec(name="arm", generators=generators, evidence=(), selectors=selectors, line=1)


def checked(channel: str, sample: int, value: object) -> CheckedCandidate:
    made = Candidate(id=f"{channel}/{sample}", channel=channel, kind="answer", sample=sample, value=value)
    return CheckedCandidate(candidate=made, on_examples=(), passes=None,
                            on_query=Observation(outcome=Outcome.OK, value=value))


def cases(*candidates: CheckedCandidate, names: tuple[str, ...] = ("a",)) -> list[CheckedCase]:
    return [CheckedCase(case=Case(id=name, family=name, examples=(), query=None), candidates=candidates)
            for name in names]


def committed(runs) -> dict[int, list[object]]:
    return {run.seed: [c.commit.candidate.candidate.id for c in run.cases] for run in runs}


def test_a_seed_commits_what_its_own_training_made() -> None:
    made = cases(checked("compiler", 0, 1), checked("compiler", 1, 2), checked("compiler", 2, 2))
    found = by_seed(arm(learned(seeds=(7, 3, 5))), made, None, 0)
    assert committed(found) == {7: ["compiler/0"], 3: ["compiler/1"], 5: ["compiler/2"]}
    assert [len(c.candidates) for run in found for c in run.cases] == [1, 1, 1]


def test_what_was_not_learned_stays_beside_every_seed() -> None:
    made = cases(checked("direct", 0, 9), checked("direct", 1, 9), checked("compiler", 0, 1), checked("compiler", 1, 2))
    found = by_seed(arm(DIRECT, learned()), made, None, 0)
    assert committed(found) == {7: ["direct/0"], 3: ["direct/0"]}
    assert [[c.candidate.id for c in run.cases[0].candidates] for run in found] == [
        ["direct/0", "direct/1", "compiler/0"], ["direct/0", "direct/1", "compiler/1"]]


def test_two_learned_channels_go_by_the_seeds_that_they_share_whatever_their_order() -> None:
    made = cases(*(checked(channel, sample, f"{channel}{sample}") for channel in ("compiler", "other")
                   for sample in (0, 1)))
    found = by_seed(arm(learned(seeds=(7, 3)), learned(channel="other", seeds=(3, 8))), made, None, 0)
    assert [(run.seed, [c.candidate.id for c in run.cases[0].candidates]) for run in found] == [
        (3, ["compiler/1", "other/0"])]


def test_where_candidates_do_not_say_which_training_made_them_there_are_no_seeds() -> None:
    made = cases(checked("direct", 0, 1))
    assert by_seed(arm(DIRECT), made, None, 0) == ()
    assert by_seed(arm(learned(), learned()), made, None, 0) == ()
    assert by_seed(arm(DIRECT, selectors=(learned("selector"),)), made, None, 0) == ()


def test_batches_of_an_experiment_that_may_stop_early_join_their_seeds() -> None:
    both = [case.case for case in cases(names=("a", "b"))]
    runs = []
    for name in ("b", "a"):
        made = cases(checked("compiler", 0, 1), checked("compiler", 1, 2), names=(name,))
        of_batch = by_seed(arm(learned()), made, None, 0)
        runs = _joined(runs, [ArmRun(name="arm", role="arm", cases=of_batch[0].cases, seeds=of_batch)], both)
    assert [(one.seed, [c.case.id for c in one.cases]) for one in runs[0].seeds] == [(7, ["a", "b"]), (3, ["a", "b"])]
    assert replace(runs[0], seeds=()).cases == runs[0].seeds[0].cases
