"""Batches take whole families in a seeded order, join into whole runs, and end when the looks say so."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Commit
from checkable.core.case import Case
from checkable.core.expression import Beats
from checkable.core.scored import ScoredArm, ScoredCase
from checkable.experiment.sequential import batches, in_batches


def cases(families: int, each: int = 2) -> list[Case]:
    return [Case(id=f"{f}-{i}", family=f"family-{f}", examples=(), query=0)
            for f in range(families) for i in range(each)]


def run_of(name: str, some) -> ArmRun:
    def nothing(case: Case) -> Commit:
        return Commit(case=case.id, candidate=None, treated=False, reason="")

    return ArmRun(name=name, role="arm", cases=tuple(ArmCase(case=c, candidates=(), commit=nothing(c)) for c in some))


def ended(total, right, families_at_once: int = 5):
    """Run a gate that is right where ``right(case)`` against a direct arm that never is."""
    batch_sizes: list[int] = []

    def run(batch):
        batch_sizes.append(len(batch))
        return [run_of("direct", batch), run_of("gate", batch)]

    def score(run: ArmRun) -> ScoredArm:
        return ScoredArm(name=run.name, role="arm", of=None, broken=None, cases=tuple(
            ScoredCase(id=c.case.id, family=c.case.family, attributes={}, reached=False, committed=True, treated=False,
                       correct=run.name == "gate" and right(c.case), output=None) for c in run.cases))

    criterion = SimpleNamespace(expression=Beats("gate", "direct"))
    spec = SimpleNamespace(criteria=(criterion,), slices={}, seed=3)
    runs, stopping = in_batches(spec, total, families_at_once, run, score)
    return runs, stopping, batch_sizes


def test_it_ends_for_evidence_with_the_families_that_were_run() -> None:
    runs, stopping, sizes = ended(cases(40), lambda case: True)
    assert stopping.decision == "evidence" and sizes == [10, 10]  # 8 families ahead would do, and come by fives
    assert (stopping.cases, stopping.planned_cases, stopping.families, stopping.planned_families) == (20, 80, 10, 40)
    assert stopping.text.startswith("Ended after 20 of 80 cases, 10 of 40 families, 2 looks: every comparison")
    assert [len(run.cases) for run in runs] == [20, 20]


def test_it_ends_without_hope_and_with_the_last_case() -> None:
    assert ended(cases(40), lambda case: False)[1].decision == "no hope"
    assert ended(cases(6), lambda case: True)[1].decision == "no hope"  # six of six would be an e-value of 9
    total = cases(8)
    last = list(batches(total, 5, 3))[-1][-1].family  # right in all but the last family: seven are not enough
    runs, stopping, sizes = ended(total, lambda case: case.family != last)
    assert (stopping.decision, stopping.cases, sizes) == ("all cases", 16, [10, 6])
    assert [c.case.id for c in runs[0].cases] == [case.id for case in total]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(1, 3), st.integers(2, 12), st.integers(0, 5))
def test_every_case_comes_once_with_its_whole_family(families: int, each: int, at_once: int, seed: int) -> None:
    total = cases(families, each)
    cut = list(batches(total, at_once, seed))
    assert sorted(c.id for batch in cut for c in batch) == sorted(c.id for c in total)
    assert all(len({c.family for c in batch}) * each == len(batch) for batch in cut)
    assert cut == list(batches(total, at_once, seed))


def test_another_seed_takes_families_in_another_order() -> None:
    first = [next(batches(cases(40), 5, seed)) for seed in range(4)]
    assert len({tuple(c.id for c in batch) for batch in first}) > 1
