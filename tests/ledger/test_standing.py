"""Status follows numbers: what confirms, what refutes, and what leaves a claim open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_values import STRONG, claim, column, outcomes_with, said

from checkable.core.claims import Retirement
from checkable.ledger.standing import decide


def test_without_evidence_a_claim_is_open_and_says_what_it_waits_for():
    decision = decide(claim(), [])
    assert decision.status == "open"
    assert decision.missing == ("a complete run of an experiment that carries the claim",)


def test_beating_base_and_controls_once_is_promising_and_on_a_second_split_confirmed():
    first, second = said(outcomes_with(**STRONG)), said(outcomes_with(**STRONG), run_id="r2", split="two")
    assert first.bearing == "supports"
    assert decide(claim(), [first]).status == "promising"
    assert decide(claim(), [first]).missing == ("a second substrate or data split",)
    assert decide(claim(), [first, second]).status == "confirmed"


def test_the_same_split_again_replicates_nothing():
    runs = [said(outcomes_with(**STRONG), run_id=f"r{i}", seed=i) for i in range(5)]
    assert decide(claim(), runs).status == "promising"


def test_a_control_that_is_not_beaten_or_not_there_keeps_a_claim_from_being_confirmed():
    equal = said(outcomes_with(direct=40, gate=70, shuffled=70))
    absent = said(outcomes_with(direct=40, gate=70), split="two")
    assert (equal.bearing, absent.bearing) == ("leans", "leans")
    assert decide(claim(), [equal]).missing[0] == "beat shuffled"
    assert decide(claim(), [absent]).missing[0] == "a run with the control shuffled"


def test_a_trained_arm_owes_three_seeds_and_a_shuffled_reward_five():
    trained = claim(trained=True, reward_controls=("shuffled",))

    def standing(seeds: int):
        runs = [said(outcomes_with(**STRONG), about=trained, run_id=f"r{i}", seed=i) for i in range(seeds)]
        return decide(trained, runs)

    assert standing(1).missing == ("3 seeds of the trained arm that support it: there is 1",
                                   "5 seeds of the shuffled-reward control shuffled: there is 1")
    assert [standing(n).status for n in (3, 4, 5)] == ["promising", "promising", "confirmed"]


def test_a_difference_that_lies_below_the_smallest_effect_is_negative():
    equal = said(outcomes_with(cases=400, direct=200, gate=200, shuffled=100))
    assert equal.bearing == "refutes"
    assert decide(claim(), [equal]).status == "negative"


def test_few_cases_without_a_difference_refute_nothing():
    assert said(outcomes_with(cases=30, families=30, direct=29, gate=29, shuffled=29)).bearing == "undecided"


def test_one_won_and_five_lost_of_sixteen_refute_nothing_though_resampling_would():
    direct = column(11, 16)
    gate = (*column(6, 11), True, *column(0, 4))
    found = said(outcomes_with(cases=16, families=16, direct=direct, gate=gate, shuffled=0))
    base = found.contrasts[0]
    assert (base.recoveries, base.regressions) == (1, 5)
    assert base.difference.high < 0.05 < base.ceiling
    assert found.bearing == "undecided"


def test_a_gain_that_one_of_three_families_carries_does_not_beat_the_base():
    """On 72 cases of three families 24 more are right, all of one family: a tiny p-value, and no interval above 0."""
    one_family = tuple(i % 3 == 0 for i in range(72))
    found = said(outcomes_with(cases=72, families=3, direct=0, gate=one_family, shuffled=0))
    assert found.contrasts[0].p_adjusted < 1e-6 and not found.contrasts[0].beaten
    assert decide(claim(), [found]).missing[0] == (
        "beat direct with an interval above 0, for which more than 3 families are needed")


def test_evidence_that_disagrees_leaves_the_claim_open_and_tells_both():
    ahead = said(outcomes_with(**STRONG))
    behind = said(outcomes_with(cases=400, direct=200, gate=200, shuffled=100), run_id="r2", split="two")
    decision = decide(claim(), [ahead, behind])
    assert decision.status == "open"
    assert "gate has 70 against 40" in decision.why and "gate has 200 against 200" in decision.why


def test_recorded_outcomes_are_promising_at_most_and_give_way_to_execution():
    recorded = [said(outcomes_with(**STRONG), run_id=f"r{i}", split=f"s{i}", recorded=True) for i in range(3)]
    assert decide(claim(), recorded).status == "promising"
    assert "execution: outcomes that others recorded confirm nothing" in decide(claim(), recorded).missing
    executed = said(outcomes_with(cases=400, direct=200, gate=200, shuffled=100), run_id="x")
    assert decide(claim(), [*recorded, executed]).status == "negative"
    assert decide(claim(), [*recorded, executed]).counted == {"x"}


def test_stale_and_flagged_evidence_does_not_count():
    stale = said(outcomes_with(**STRONG), stale=("the spec changed",))
    audit = {"name": "provenance", "level": "warning", "text": "12 of 165 are the reference solution"}
    flagged = said(outcomes_with(**STRONG), audits=[audit], run_id="r2")
    decision = decide(claim(), [stale, flagged])
    assert (decision.status, decision.counted) == ("open", frozenset())
    assert decision.missing == ("run again: specs/a.yaml",)
    assert "reference solution" in decide(claim(), [flagged]).why


def test_a_run_of_another_model_is_no_evidence_for_a_claim_about_one():
    made_by = {"complete": True, "seed": 0, "cell": {}, "model": {"name": "small-model"}}
    about = claim(models=("Org/Large-Model",))
    other = said(outcomes_with(**STRONG), about=about, provenance=made_by)
    assert other.flags == ("made by small-model, and the claim is about Org/Large-Model",)
    same = said(outcomes_with(**STRONG), about=about, provenance={**made_by, "model": {"name": "large-model"}})
    assert same.flags == ()


def test_only_a_person_retires_a_claim_and_the_numbers_no_longer_matter():
    given_up = claim(retired=Retirement(by="somebody", on="2026-02-01", reason="asked wrongly"))
    decision = decide(given_up, [said(outcomes_with(**STRONG))])
    assert (decision.status, decision.missing) == ("retired", ())
    assert "asked wrongly" in decision.why


@pytest.mark.parametrize(("verdicts", "bearing"), [
    (("held", "held"), "supports"), (("held", "undecided"), "undecided"), (("failed", "held"), "refutes"),
    ((), "silent"),
])
def test_without_a_comparison_the_experiments_criteria_decide(verdicts, bearing):
    about = claim(arm=None, base=None, controls=(), smallest_effect=None)
    criteria = [{"text": f"criterion {i}", "verdict": verdict} for i, verdict in enumerate(verdicts)]
    assert said(outcomes_with(**STRONG), about=about, criteria=criteria).bearing == bearing


def test_p_values_are_corrected_over_all_that_the_claim_requires():
    found = said(outcomes_with(**STRONG))
    base, control = found.contrasts
    assert base.p_adjusted >= base.p_value and control.p_adjusted >= control.p_value
    assert max(base.p_adjusted / base.p_value, control.p_adjusted / control.p_value) == pytest.approx(2)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(1, 2**30), st.booleans())
def test_whatever_the_numbers_no_single_run_confirms_and_nothing_typed_matters(direct, gate, shuffled, seed, recorded):
    found = outcomes_with(cases=60, families=20, direct=column(direct, 60, seed), gate=column(gate, 60, seed + 1),
                          shuffled=column(shuffled, 60, seed + 2))
    evidence = said(found, recorded=recorded)
    plain = decide(claim(), [evidence])
    assert plain.status in ("promising", "open", "negative")
    assert decide(claim(typed_status="confirmed"), [evidence]).status == plain.status
    if gate <= direct:
        assert plain.status != "promising"
    if gate - direct > 3:  # more than five points ahead of the base
        assert plain.status != "negative"
