"""Claims move when runs come in and when the workspace changes, and every move says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_values import STRONG, claim, keep, outcomes_with, record, said

from checkable.core.claims import Retirement
from checkable.ledger import history, overview
from checkable.ledger.freshness import Freshness

PROGRAMS = "memory:\n  title: M\n  charter: C\n  boundaries: [b]\n  stop_when: [s]\n"
CLAIMS = """\
a-claim:
  statement: S
  programs: [memory]
  compares: {arm: gate, base: direct, controls: [shuffled], smallest_effect: 0.05}
  refuted_by: R
  status: confirmed
"""
WEAK = {"cases": 400, "direct": 200, "gate": 200, "shuffled": 100}


def timed(*evidence):
    """Evidence with the settings that tell runs of different splits apart."""
    return [((each.experiment, each.split), each) for each in evidence]


def day(n: int) -> str:
    return f"2026-01-{n:02}T00:00:00+00:00"


def test_every_move_is_dated_and_names_its_run_demotions_like_promotions():
    moves = history.transitions(claim(), timed(
        said(outcomes_with(**STRONG), run_id="a", started=day(1)),
        said(outcomes_with(**STRONG), run_id="b", started=day(2), split="two"),
        said(outcomes_with(**WEAK), run_id="c", started=day(3), split="three")), now=day(9))
    assert [(m.at[:10], m.run_id, m.before, m.after, m.direction) for m in moves] == [
        ("2026-01-01", "a", "open", "promising", "promotion"),
        ("2026-01-02", "b", "promising", "confirmed", "promotion"),
        ("2026-01-03", "c", "confirmed", "open", "demotion")]


def test_a_later_run_of_the_same_setting_stands_in_the_earlier_ones_place():
    moves = history.transitions(claim(), timed(
        said(outcomes_with(**STRONG), run_id="a", started=day(1)),
        said(outcomes_with(**WEAK), run_id="b", started=day(2))), now=day(9))
    assert [(m.after, m.direction) for m in moves] == [("promising", "promotion"), ("negative", "demotion")]


def test_evidence_that_went_stale_reopens_its_claim_today_and_says_what_changed():
    moves = history.transitions(claim(), timed(
        said(outcomes_with(**STRONG), run_id="a", started=day(1), stale=("the spec changed",))), now=day(9))
    assert (moves[-1].at, moves[-1].before, moves[-1].after) == (day(9), "promising", "open")
    assert (moves[-1].run_id, moves[-1].cause) == (None, "the spec changed")


def test_retiring_a_claim_is_a_move_of_a_person():
    given_up = claim(retired=Retirement(by="somebody", on="2026-02-01", reason="asked wrongly"))
    moves = history.transitions(given_up, timed(said(outcomes_with(**STRONG), run_id="a", started=day(1))), now=day(9))
    assert [(m.after, m.direction, m.at) for m in moves] == [
        ("promising", "promotion", day(1)), ("retired", "demotion", "2026-02-01")]


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "reports" / "ledger"
    folder.mkdir(parents=True)
    (folder / "programs.yaml").write_text(PROGRAMS)
    (folder / "claims.yaml").write_text(CLAIMS)
    (folder / "recorded").mkdir()
    (tmp_path / "m.yaml").write_text("")
    return tmp_path


def recorded(*arguments, **more):
    """A record that is fresh without any spec: its mapping is the empty file of the workspace."""
    made = record(*arguments, recorded=True, **more)
    made["provenance"]["recorded_outcomes"]["sha256"] = (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    return made


def test_an_overview_says_where_claims_stand_and_that_a_typed_status_disagrees(workspace):
    keep(workspace / "reports" / "ledger", recorded("r1", started=day(1)), outcomes_with(**STRONG))
    seen = overview.overview(workspace, workspace / "reports", now=day(9))
    (standing,) = seen.standings
    assert (standing.status, standing.disagrees, standing.since) == ("promising", True, day(1))
    assert standing.counted[0].run_id == "r1" and seen.of_status("promising") == seen.of_program("memory")
    assert [move.run_id for move in seen.transitions] == ["r1"]


def test_claims_that_a_session_moved_are_those_that_stand_otherwise_without_its_runs(workspace):
    folder = workspace / "reports" / "ledger"
    keep(folder, recorded("r1", started=day(1)), outcomes_with(**STRONG))
    keep(folder, recorded("r2", started=day(2), split="two", seed=1), outcomes_with(**WEAK))
    (move,) = overview.Ledger(workspace, workspace / "reports").moved({"r2"})
    assert (move.before, move.after, move.run_id, move.direction) == ("promising", "open", "r2", "demotion")
    assert overview.Ledger(workspace, workspace / "reports").moved({"unknown"}) == ()


def test_runs_of_claims_that_are_not_written_down_are_records_and_nothing_else(workspace):
    keep(workspace / "reports" / "ledger", recorded("r1", about="unheard-of"), outcomes_with(**STRONG))
    seen = overview.overview(workspace, workspace / "reports")
    assert seen.runs == 1 and seen.standings[0].evidence == ()


# -- what changed since a run: a workspace with a real spec and the real substrate

ROOT = Path(__file__).resolve().parents[2]
SPEC = """\
title: A gate
substrate: {name: foofah, split: generated, count: 12}
model: embedded
arms:
  direct: {generator: direct}
  gate: {generator: [direct, program], selector: visible-pass}
"""


@pytest.fixture
def run_of(tmp_path):
    """A record of today's spec, data and code, and the spec file to be changed."""
    from checkable.experiment.revision import outcome_code
    from checkable.spec.loader import load_items

    path = tmp_path / "specs" / "gate.yaml"
    path.parent.mkdir()
    path.write_text(SPEC)
    (tmp_path / "substrates").symlink_to(ROOT / "substrates")
    (spec,) = load_items(path, root=ROOT, tier="full")
    made = record(experiment=str(path))
    made["provenance"] |= {"spec_hash": spec.hash, "code": outcome_code(ROOT, "foofah"),
                           "data": {"version": Freshness(ROOT, None)._version(spec)}}
    return made, path


def changes(made):
    return Freshness(ROOT, None).changes(made)


def test_a_run_of_today_is_fresh_and_rewording_its_title_leaves_it_so(run_of):
    made, path = run_of
    assert changes(made) == ()
    path.write_text(SPEC.replace("A gate", "The gate"))
    assert changes(made) == ()


def test_a_changed_spec_data_or_code_is_named(run_of):
    made, path = run_of
    path.write_text(SPEC.replace("count: 12", "count: 13"))
    assert changes(made)[0] == "the spec changed"
    assert changes(made)[1].startswith("the data changed: ")
    made["provenance"]["code"]["select"] = "other"
    assert "code changed: select" in changes(made)
    path.write_text("title: [")
    assert changes(made) == (f"{made['experiment']} cannot be read any more",)
    path.unlink()
    assert changes(made) == (f"{made['experiment']} cannot be read any more",)


def test_code_that_only_reads_otherwise_is_the_same_code(tmp_path):
    from checkable.experiment.revision import outcome_code

    plain = "def f(x):\n    return x + 1\n"
    told = '"""Says."""\n\n\ndef f(x):  # why\n    """Adds."""\n    return (x + 1)\n'
    digests = []
    for number, text in enumerate((plain, told, plain.replace("1", "2"), plain.replace("+", "-"))):
        folder = tmp_path / str(number) / "substrates" / "s"
        folder.mkdir(parents=True)
        (folder / "substrate.py").write_text(text)
        digests.append(outcome_code(tmp_path / str(number), "s")["substrates/s"])
    assert digests[0] == digests[1] and len(set(digests)) == 3


def test_a_new_algorithm_makes_stale_what_read_the_library_and_nothing_else(tmp_path):
    from checkable.experiment.revision import outcome_code

    digests = []
    for name in ("before", "after"):  # two folders, since a process looks at each once
        (tmp_path / name / "substrates" / "s").mkdir(parents=True)
        (tmp_path / name / "substrates" / "s" / "substrate.py").write_text("x = 1\n")
        if name == "after":
            (tmp_path / name / "library" / "lists").mkdir(parents=True)
            (tmp_path / name / "library" / "lists" / "new.py").write_text("def new(x):\n    return x\n")
        digests.append(outcome_code(tmp_path / name, "s"))
    assert digests[0] == digests[1]
