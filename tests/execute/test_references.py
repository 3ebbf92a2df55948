"""Every published reference is judged right from outside, or its tests are labelled; a mutant of each is judged wrong.

That a mutant is wrong is known from elsewhere: the tests ran beside it in one process, the way others judge.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from benchmark_files import Task, human_eval, mbpp
from mutants import mutants

from checkable.core.candidate import Observation, Outcome
from checkable.execute import Sandbox, calibrated
from checkable.execute.asserts import Recording, judge_many, record
from checkable.execute.many import in_order

NOT_FROM_OUTSIDE = {
    "MBPP/367": "a class of the program: Node", "MBPP/601": "a class of the program: Pair",
    "MBPP/927": "a class of the program: Node", "MBPP/533": "a type is not plain data",
    "MBPP/596": "name 'sys' is not defined",  # the tests use what the reference happens to import
}
MOST_MUTANTS = 20


@pytest.fixture(scope="module")
def both() -> Iterator[Sandbox]:
    with Sandbox(workers=2, minimum_level=0) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("CHECKABLE_DATA")
    if not folder:
        pytest.skip("CHECKABLE_DATA does not name the folder of published data")
    return Path(folder)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")  # references with odd escapes
@pytest.mark.parametrize(("read", "tasks", "labelled"), [(human_eval, 164, {}), (mbpp, 974, NOT_FROM_OUTSIDE)],
                         ids=["HumanEval", "MBPP"])
def test_references_are_right_and_their_mutants_wrong(both, data, read, tasks, labelled):
    known = list(read(data))
    recordings = list(in_order(lambda t: record(both, t.suite, t.program(t.reference)), known, both.workers))
    assert len(known) == tasks
    unjudgeable = {t.id: r.labels for t, r in zip(known, recordings, strict=True) if not r.judgeable}
    assert unjudgeable.keys() == labelled.keys()
    for name, why in labelled.items():
        assert all(why in label for label in unjudgeable[name])
    judged = [(t, r) for t, r in zip(known, recordings, strict=True) if r.judgeable]
    wrong = list(in_order(lambda pair: wrong_mutant(both, *pair), judged, both.workers))
    assert [t.id for (t, _), mutant in zip(judged, wrong, strict=True) if mutant is None] == []
    verdicts = judge_many(both, ((r, t.program(mutant)) for (t, r), mutant in zip(judged, wrong, strict=True)))
    accepted = [t.id for (t, _), of_task in zip(judged, verdicts, strict=True) if all(v.passed for v in of_task)]
    assert accepted == []


def wrong_mutant(sandbox: Sandbox, task: Task, recording: Recording) -> str | None:
    """The first mutant that the task's own tests refuse, run beside it, within its time."""
    for mutant, _ in zip(mutants(task.reference), range(MOST_MUTANTS), strict=False):
        seen = beside(sandbox, task, recording, mutant)
        if seen.outcome is Outcome.EXCEPTION:
            return mutant
    return None


def beside(sandbox: Sandbox, task: Task, recording: Recording, source: str) -> Observation:
    """The tests and a program in one process: what ``judge`` never does."""
    whole = "\n".join([task.suite.setup, source, "def __run__(_):", "    import random", "    random.seed(0)",
                       *(f"    exec({test!r}, globals())" for test in task.suite.tests)])
    program = task.program(whole)
    [seen] = sandbox.run(replace(program, entry_point="__run__", limits=calibrated(program.limits,
                                                                                 recording.cpu_seconds)), [None])
    return seen
