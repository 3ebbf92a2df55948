"""What several runs say together: q over the claims of a ledger, and an interval over seeds and cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ledger_values import STRONG, column, keep, outcomes_with, record, trained

from checkable.ledger import overview, telling

PROGRAMS = "memory:\n  title: M\n  charter: C\n  boundaries: [b]\n  stop_when: [s]\n"
CLAIM = """\
{name}:
  statement: S
  programs: [memory]
  compares: {{arm: gate, base: direct, controls: [shuffled], smallest_effect: 0.05}}
  refuted_by: R
"""
BARELY = {"cases": 30, "families": 30, "direct": 0, "gate": 7, "shuffled": 0}  # p = .016, .031 after Holm


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "reports" / "ledger"
    folder.mkdir(parents=True)
    (folder / "programs.yaml").write_text(PROGRAMS)
    return folder


def claims(folder: Path, *names: str) -> None:
    (folder / "claims.yaml").write_text("".join(CLAIM.format(name=name) for name in names))


def standings(folder: Path):
    root = folder.parent.parent
    return {s.claim.id: s for s in overview.overview(root, root / "reports").standings}


def fresh(monkeypatch) -> None:
    """Runs of specs that do not exist are stale; here nothing is about that."""
    monkeypatch.setattr("checkable.ledger.freshness.Freshness.changes", lambda self, record: ())


def test_a_p_that_convinces_alone_does_not_among_claims_that_found_nothing(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim", *(f"null-{i}" for i in range(3)))
    keep(ledger, record("r0"), outcomes_with(**BARELY))
    assert standings(ledger)["a-claim"].q_value == pytest.approx(2 * 0.015625)
    for i in range(3):
        keep(ledger, record(f"n{i}", about=f"null-{i}", experiment=f"specs/{i}.yaml"),
             outcomes_with(cases=30, families=30, direct=3, gate=4, shuffled=3))
    found = standings(ledger)["a-claim"]
    assert found.status == "promising", "a q decides no status"
    assert found.p_value == pytest.approx(2 * 0.015625)
    assert found.q_value == pytest.approx(4 * 2 * 0.015625)
    assert found.chance_finding


def test_the_ledger_tells_both_p_and_q_and_marks_what_chance_may_have_left(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim", "nothing")
    keep(ledger, record("r0"), outcomes_with(**BARELY))
    keep(ledger, record("n", about="nothing", experiment="specs/n.yaml"),
         outcomes_with(cases=30, families=30, direct=3, gate=4, shuffled=3))
    told = " ".join(telling.claims(overview.overview(ledger.parent.parent, ledger.parent), width=400))
    assert "! p = 0.031 by Holm within the run, q = 0.062 over the claims of the ledger: among so many claims" in told
    assert re.search(r"not decided: .*; at most \+\S+ points at 95%, which does not rule out the smallest effect", told)


def test_a_negative_says_what_the_difference_hardly_exceeds(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim")
    keep(ledger, record("r0"), outcomes_with(cases=400, direct=200, gate=200, shuffled=100))
    found = standings(ledger)["a-claim"]
    assert found.status == "negative" and found.decided_by == "r0"
    bound = r"at most \+\d\.\d points at 95%, which rules out the smallest effect of interest \(\+5\.0\)"
    assert re.search(bound, found.why)


def test_seeds_of_one_experiment_are_taken_together_with_an_interval_over_both(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim")
    for seed, right in enumerate((62, 70, 78)):
        keep(ledger, record(f"r{seed}", seed=seed),
             outcomes_with(direct=column(40, 100, seed=1), gate=column(right, 100, seed=2), shuffled=45))
    (together,) = standings(ledger)["a-claim"].over_seeds
    assert (together.seeds, together.cases) == (3, 100)
    assert together.difference.value == pytest.approx(0.30)
    assert together.difference.low < 0.30 < together.difference.high
    assert together.difference.method == "bootstrap over 3 seeds and 50 families"


def test_trainings_within_a_run_and_of_another_are_taken_together(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim")
    found = outcomes_with(direct=column(40, 100, seed=1), gate=column(70, 100, seed=2), shuffled=45)
    keep(ledger, record("r0"), trained(found, gate={0: column(60, 100, seed=2), 1: column(80, 100, seed=3)}))
    (within,) = standings(ledger)["a-claim"].over_seeds
    assert within.seeds == 2 and within.difference.value == pytest.approx(0.30)
    keep(ledger, record("r1", seed=2),
         outcomes_with(direct=column(40, 100, seed=1), gate=column(100, 100), shuffled=45))
    (together,) = standings(ledger)["a-claim"].over_seeds
    assert together.seeds == 3 and together.difference.value == pytest.approx(0.40)


def test_one_seed_and_other_cells_and_other_cases_are_not_taken_together(ledger, monkeypatch):
    fresh(monkeypatch)
    claims(ledger, "a-claim")
    other_cell = record("r1", seed=1)
    other_cell["provenance"]["cell"] = {"rate": "high", "seed": 1}
    keep(ledger, record("r0"), outcomes_with(**STRONG))
    keep(ledger, other_cell, outcomes_with(**STRONG))
    keep(ledger, record("r2", seed=2), outcomes_with(cases=60, direct=20, gate=40, shuffled=20))
    assert standings(ledger)["a-claim"].over_seeds == ()
