"""Audits of labels, of overlap with training, and of solutions among the candidates."""

from __future__ import annotations

import pytest

from checkable.core.case import visible_text
from checkable.measure.audits import data
from checkable.substrate.contract import LabelIssue

from .build import candidate, case_of, learning, run, run_of, trained

REFERENCE = "def f(rows):\n    return [[cell.strip() for cell in row] for row in rows if any(row)]\n"


def programs(*sources: str):
    return [candidate(id=f"p/{i}", source=source) for i, source in enumerate(sources)]


def test_labels_are_counted_among_the_cases_of_the_run() -> None:
    issues = [LabelIssue(case=c, kind=k, reason="") for c, k in (("a", "broken"), ("b", "leaking"), ("z", "broken"))]
    found = data.labels(issues, ["a", "b", "c"])
    assert found.level == "warning" and "1 broken (a)" in found.text and "1 leaking (b)" in found.text
    assert data.labels(issues, ["c"]).level == "ok"


def test_cases_that_were_trained_on_are_found_exactly_and_nearly() -> None:
    runs = [run_of("compiler", [[], [], []])]
    exact, near = visible_text(case_of(1)), visible_text(case_of(2)) + " "
    trainings = learning(compiler=trained(0, texts=[exact.upper(), near, "unrelated"])).trainings
    found = data.trained_on(trainings, runs)
    assert found.level == "warning"
    assert found.text == "compiler was trained on 2 exactly (case-1, case-2) of the 3 cases"
    fresh = learning(compiler=trained(0, texts=["nothing of the kind"])).trainings
    assert data.trained_on(fresh, runs).level == "ok"


def test_whoever_learns_and_does_not_say_on_what_is_named() -> None:
    found = data.trained_on({"compiler": ()}, [run_of("compiler", [[]])])
    assert found.level == "warning" and found.text == "compiler learns and does not say on what"
    assert data.trained_on({}, []).level == "ok"


@pytest.mark.parametrize(("provenance", "level"), [("live", "ok"), ("reference", "warning"), ("mutant", "warning")])
def test_candidates_that_say_they_were_made_from_the_solution_are_a_warning(provenance: str, level: str) -> None:
    assert data.provenance([run(candidate(provenance=provenance))], {}).level == level


def test_a_pool_full_of_renamed_references_is_found_by_syntax() -> None:
    renamed = REFERENCE.replace("rows", "table").replace("cell", "x").replace("def f", "def solve")
    pools = [programs(renamed, "def f(x): return x"), programs(renamed), programs("def f(x): return 1")]
    runs = [run_of("pool", pools)]
    found = data.provenance(runs, {f"case-{i}": REFERENCE for i in range(3)})
    assert found.level == "warning" and "by syntax in 2 of 3 cases (2 the same)" in found.text


def test_a_pool_of_mutants_is_found_by_syntax() -> None:
    mutant = REFERENCE.replace("any(row)", "all(row)")
    found = data.provenance([run_of("pool", [programs(mutant)])], {"case-0": REFERENCE})
    assert found.level == "warning" and "(0 the same)" in found.text


def test_a_single_case_that_is_written_as_the_reference_is_noted_only() -> None:
    other = "def f(rows):\n    out = []\n    for row in rows:\n        out.append(row[:2])\n    return out\n"
    runs = [run_of("pool", [programs(REFERENCE), programs(other), programs(other), programs(other)])]
    found = data.provenance(runs, {f"case-{i}": REFERENCE for i in range(4)})
    assert found.level == "note" and "pool 1 of 4 cases" in found.text


def test_nothing_is_compared_where_there_is_no_reference_program() -> None:
    found = data.provenance([run_of("pool", [programs(REFERENCE)])], {})
    assert (found.level, found.text) == ("ok", "no candidate was made from a reference solution")
