"""Two runs held against each other: which ones, which arms, what flipped, and how it is told."""

from __future__ import annotations

import dataclasses

import pytest
from tests.report.factory import experiment
from tests.report.hostile import CORPUS, poisoned

from checkable.core.result import to_plain
from checkable.ledger import artefacts, runs
from checkable.measure.paired import mcnemar
from checkable.report import compare_text, comparing, drawings, sources
from checkable.report.layout import Medium
from checkable.report.sources import Reference
from checkable.report.text import cells

PLAIN = Medium(width=100, colour=False, unicode=True)


def result(name="specs/foofah/gate.yaml", model="qwen3.5-4b", started="2026-11-23T06:10:50+00:00", **more):
    made = to_plain(dataclasses.replace(experiment(name, **more), started=started))
    made["provenance"]["model"]["name"] = model
    return made


def kept(folder, *results):
    """A reports folder with these results in its ledger."""
    for each in results:
        path, digest = artefacts.write(folder / "results", each)
        runs.append(folder / "ledger" / runs.FILE, runs.record_of(each, path.relative_to(folder), digest))
    return sources.records(folder)


def paired(a, b, left="", right=""):
    wanted = Reference.of(left), Reference.of(right)
    return comparing.pair(*comparing.sides(a, b, wanted))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gate", ("gate", None, None)),
        ("specs/gate.yaml::full@qwen3.5-4b#gate", ("specs/gate.yaml::full", "qwen3.5-4b", "gate")),
        ("abcd#direct", ("abcd", None, "direct")),
        ("x@m", ("x", "m", None)),
    ],
)
def test_a_reference_names_a_run_a_model_and_an_arm(text, expected):
    found = Reference.of(text)
    assert (found.run, found.model, found.arm) == expected


def test_a_run_is_found_by_its_id_its_name_or_a_part_that_no_other_has(tmp_path):
    known = kept(tmp_path, result(n=2), result("specs/mbpp/words.yaml", n=2))
    for text in (
        known[1]["run_id"],
        known[1]["run_id"][:6],
        "specs/mbpp/words.yaml",
        "specs/mbpp/words.yaml::full",
        "words",
    ):
        assert sources.find(Reference.of(text), known)["experiment"] == "specs/mbpp/words.yaml"


def test_of_several_runs_of_an_experiment_the_newest_on_that_model_is_meant(tmp_path):
    old, new = "2026-11-01T00:00:00+00:00", "2026-11-02T00:00:00+00:00"
    known = kept(tmp_path, result(n=2, started=new), result(n=3, started=old), result(n=4, model="small", started=old))
    assert sources.find(Reference.of("gate"), known)["started"] == new
    assert sources.find(Reference.of("gate@small"), known)["populations"]["as published"] == 4
    assert [r["populations"]["as published"] for r in sources.latest(known)] == [2, 4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("specs", "names several experiments: specs/foofah/gate.yaml::full, specs/mbpp/words.yaml::full"),
        ("specs/mbpp/word.yaml", "there are specs/mbpp/words.yaml::full"),
        ("gate@nobody", "no run is on the model 'nobody'; there are qwen3.5-4b"),
    ],
)
def test_a_reference_that_names_no_single_run_is_explained(tmp_path, text, message):
    known = kept(tmp_path, result(n=2), result("specs/mbpp/words.yaml", n=2))
    with pytest.raises(LookupError, match=message):
        sources.find(Reference.of(text), known)


def test_a_run_without_its_artefact_is_known_by_its_record(tmp_path):
    (record,) = kept(tmp_path, result(n=2))
    next((tmp_path / "results").iterdir()).unlink()
    found = sources.result_of(tmp_path, record)
    assert found["title"] and "cases" not in found
    with pytest.raises(LookupError, match="the cases of .* are not at hand"):
        paired(found, found)


def test_what_flipped_is_what_both_sides_say_of_each_case():
    a, b = experiment(n=60), experiment(n=60, seed=1)
    found = paired(to_plain(a), to_plain(b), "#gate", "#direct")
    right = {c.id: c.commits[1].correct for c in a.cases}, {c.id: c.commits[0].correct for c in b.cases}
    expected = [(i, right[0][i]) for i in right[0] if right[0][i] != right[1][i]]
    assert [(f.case, f.recovered) for f in found.flips] == expected
    v = found.versus
    assert (v.recoveries, v.regressions) == (sum(w for _, w in expected), sum(not w for _, w in expected))
    assert v.p_value == pytest.approx(mcnemar(v.recoveries, v.regressions))
    assert v.difference.value == pytest.approx((v.recoveries - v.regressions) / 60)
    assert sum(won for _, won, _ in found.families) == v.recoveries


def test_an_arm_against_itself_flips_nothing():
    found = paired(result(n=9), result(n=9), "#gate", "#gate")
    assert found.flips == () and found.versus.difference.value == 0


def test_cases_that_one_side_lacks_are_counted_and_left_out():
    found = paired(result(n=12), result(n=9), "#gate", "#gate")
    assert (found.cases, found.missing) == (9, (3, 0))
    assert "left out, since one side lacks them: 3 only in A" in compare_text.render(found, PLAIN)


def test_runs_without_a_common_case_are_not_compared():
    other = result(n=3)
    for case in other["cases"]:
        case["id"] = f"other-{case['id']}"
    with pytest.raises(LookupError, match="have no case in common"):
        paired(result(n=3), other)


def test_by_default_two_runs_are_held_against_each_other_on_the_same_arm_and_one_run_as_its_criteria_compare():
    two = paired(result(n=4), result("specs/other.yaml", n=4))
    one = paired(result(n=4), result(n=4))
    assert (two.a.arm, two.b.arm, one.a.arm, one.b.arm) == ("gate", "gate", "gate", "direct")


def test_an_arm_that_a_run_does_not_have_is_named_with_those_it_has():
    with pytest.raises(LookupError, match="has no arm 'gat'; it has direct, gate, gate-strict, shuffled-example"):
        paired(result(n=2), result(n=2), "#gat")


def test_two_models_differ_in_what_is_said_to_differ():
    found = paired(result(n=4), result(n=4, model="small"), "#gate", "#gate")
    assert ("model, name", "qwen3.5-4b", "small") in found.differing
    assert "model, name: qwen3.5-4b → small" in compare_text.render(found, PLAIN)


def test_only_some_cases_are_named_unless_all_are_asked_for():
    found = paired(result(n=250), result(n=250, seed=1), "#gate", "#direct")
    some, every = compare_text.render(found, PLAIN), compare_text.render(found, PLAIN, everything=True)
    assert "more cases: --all names them" in some and "--all" not in every
    assert all(f.case in every for f in found.flips)


@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_hostile_names_neither_widen_nor_move_the_terminal(offset):
    told = compare_text.render(
        paired(poisoned(result(n=6), offset), poisoned(result(n=6, seed=1), offset)),
        Medium(width=80, colour=False, unicode=True),
    )
    assert "\x1b" not in told and "\u202e" not in told
    assert all(cells(line) <= 80 for line in told.splitlines() if "a" * 100 not in line)


def test_the_drawing_has_a_bar_for_every_family_that_flipped():
    found = paired(result(n=60), result(n=60, seed=1), "#gate", "#direct")
    drawing = drawings.of_pairing(found)
    assert [(ln.name, *ln.numbers) for ln in drawing.lines] == [(f, str(w), str(r)) for f, w, r in found.families]
