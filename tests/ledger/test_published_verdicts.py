"""From what the published experiments recorded, the ledger comes to the verdicts that an audit came to.

The outcomes of others are read through this workspace's mappings; the gate's completions are
executed again. Needs the published data (CHECKABLE_DATA).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkable.core.claims import Contrast, Overview, Standing
from checkable.ledger.importing import import_all
from checkable.ledger.overview import overview

ROOT = Path(__file__).resolve().parents[2]
DATA = os.environ.get("CHECKABLE_DATA")
pytestmark = pytest.mark.skipif(DATA is None, reason="CHECKABLE_DATA names no folder of published data")


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """A ledger with every mapping imported and the recorded gate run."""
    folder = tmp_path_factory.mktemp("reports")
    assert [done.problem for done in import_all(ROOT, folder, Path(DATA)) if done.problem] == []
    command = [sys.executable, "-m", "pytest", "specs/foofah/published/gate.yaml", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run([*command, "--reports", str(folder)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "executable-gate: open" in done.stdout  # among the claims that moved
    return folder


@pytest.fixture(scope="module")
def ledger(reports) -> Overview:
    return overview(ROOT, reports, data=Path(DATA))


def standing(ledger: Overview, claim: str) -> Standing:
    return next(s for s in ledger.standings if s.claim.id == claim)


def against(standing: Standing, name: str) -> Contrast:
    """The contrast with that base or control, of the run with the most cases."""
    found = [c for e in standing.counted for c in e.contrasts if c.against == name]
    return max(found, key=lambda contrast: contrast.cases)


def test_the_gate_is_strong_and_waits_for_a_second_setting(ledger):
    gate = standing(ledger, "executable-gate")
    base = against(gate, "direct")
    assert (base.right, base.against_right, base.recoveries, base.regressions) == (156, 138, 18, 0)
    assert base.e_value == pytest.approx(13_797, rel=1e-3)
    assert "e-value 13,797" in gate.counted[0].sentence
    assert (base.families, base.difference.method) == (50, "bootstrap over 50 families")
    assert 0 < base.difference.low < 0.072 < base.difference.high
    assert all(contrast.beaten for contrast in gate.counted[0].contrasts)
    assert (gate.status, gate.missing) == ("promising", ("a second substrate or data split",))
    assert gate.counted[0].source == "recorded completions"


def test_retrieval_by_meaning_is_not_told_from_random_retrieval(ledger):
    retrieval = standing(ledger, "retrieval-by-meaning")
    random = against(retrieval, "random")
    assert (random.right, random.against_right, random.cases) == (8, 4, 24)
    assert (random.recoveries, random.regressions) == (5, 1)
    assert random.p_value == pytest.approx(0.21875)
    assert retrieval.status == "open" and not random.beaten
    assert random.needed > 24 and f"about {random.needed} cases" in retrieval.why
    assert against(retrieval, "sample-more").against_right == 7


def test_process_control_is_no_better_than_the_one_line(ledger):
    one_line = standing(ledger, "process-control-beats-one-line")
    base = against(one_line, "max-split")
    assert (base.right, base.against_right, base.cases) == (56, 57, 128)
    assert one_line.status == "negative"
    learns = standing(ledger, "process-control-learns")
    assert against(learns, "untrained").against_right == 42
    assert learns.status == "promising" and "beat max-split" in learns.missing


def test_a_shuffled_reward_owes_five_seeds_and_a_trained_arm_three(ledger):
    missing = standing(ledger, "process-control-learns").missing
    assert "5 seeds of the shuffled-reward control shuffled-reward: there is 1" in missing
    assert any(lack.startswith("3 seeds of the trained arm") for lack in missing)


def test_active_examples_are_one_task_ahead_and_the_next_in_order_does_as_well(ledger):
    active = standing(ledger, "active-examples")
    base = against(active, "none")
    assert (base.right - base.against_right, base.cases, active.status) == (1, 30, "open")
    assert against(active, "next-in-order").difference.value == 0


def test_the_humaneval_slice_is_set_aside_since_its_pool_holds_the_solution(ledger):
    slice_ = standing(ledger, "adaptive-probe-budget")
    (evidence,) = slice_.evidence
    assert "of 165 candidates 12 are the reference solution" in evidence.flags[0]
    assert (slice_.status, evidence.counts) == ("open", False)
    assert (evidence.contrasts[0].right, evidence.contrasts[0].against_right) == (2, 2)


@pytest.mark.parametrize(("claim", "base", "right", "against_right", "cases", "status"), [
    ("passk-rl", "tuned-temperature", 7, 11, 16, "open"),
    ("skill-memory-in-words", "direct", 19, 20, 40, "negative"),
    ("hard-negative-dpo", "frozen", 0, 15, 24, "negative"),
    ("operator-inventory", "closed-vocabulary", 111, 0, 120, "promising"),
    ("one-query", "no-query", 119, 111, 120, "promising"),
    ("one-query", "no-query", 267, 246, 336, "promising"),
    ("pool-holds-what-is-not-committed", "first-visible", 134, 95, 160, "promising"),
    ("pool-holds-what-is-not-committed", "first-visible", 23, 7, 160, "promising"),
    ("split-queries", "random-query", 107, 88, 120, "promising"),
    ("learned-queries", "max-split", 104, 107, 120, "negative"),
    ("trace-repair", "no-trace", 52, 24, 72, "open"),
    ("tool-state-policy", "direct", 32, 28, 50, "open"),
    ("learned-tool-controller", "fixed-pipeline", 25, 25, 50, "open"),
    ("prompt-strategies", "direct", 28, 21, 50, "open"),
    ("sampler-portfolio", "best-single", 16, 16, 24, "open"),
    ("evidence-budget", "fixed-budget", 148, 119, 160, "promising"),
])
def test_published_counts_and_what_they_come_to(ledger, claim, base, right, against_right, cases, status):
    found = standing(ledger, claim)
    counts = [(c.right, c.against_right, c.cases) for e in found.counted for c in e.contrasts if c.against == base]
    assert (right, against_right, cases) in counts
    assert found.status == status


def test_a_verifier_on_humaneval_has_nothing_to_add(ledger):
    counts = {e.split + e.substrate: e.contrasts[0] for e in standing(ledger, "verifier-beats-first-visible").counted}
    humaneval = counts["sample-verify-commithumaneval"]
    assert (humaneval.right, humaneval.against_right, humaneval.cases) == (29, 29, 30)


def test_one_family_carries_the_repair_by_traces(ledger):
    base = against(standing(ledger, "trace-repair"), "no-trace")
    assert base.p_value < 1e-6 and base.families == 3 and base.difference.low <= 0


def test_recorded_outcomes_alone_confirm_nothing(ledger):
    assert ledger.of_status("confirmed") == ()
    assert ledger.problems == ()
