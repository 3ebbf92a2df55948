"""Several trainings within one run replicate a claim as several runs would, each by what it has right alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_values import STRONG, claim, column, outcomes_with, said, trained

from checkable.ledger.standing import decide

TRAINED = claim(trained=True)
REWARDED = claim(trained=True, reward_controls=("shuffled",))


def run(gate: dict[int, int], *, about=TRAINED, **more):
    """A run whose arm has the mean of its seeds committed; ``more`` are the seeds of others."""
    committed = round(sum(gate.values()) / len(gate))
    found = outcomes_with(**{**STRONG, "gate": committed})
    return said(trained(found, gate=gate, **more), about=about)


def test_three_seeds_that_support_the_claim_within_one_run_confirm_it():
    found = run({0: 70, 1: 68, 2: 72})
    assert [s.bearing for s in found.seeds] == ["supports"] * 3
    assert decide(TRAINED, [found]).status == "confirmed"
    assert found.sentence.endswith("; alone, seeds 0, 1 and 2 support")


def test_two_seeds_do_not_and_what_is_missing_is_said():
    decision = decide(TRAINED, [run({0: 70, 1: 68})])
    assert decision.status == "promising"
    assert decision.missing == ("3 seeds of the trained arm that support it: there are 2",)


def test_a_seed_that_does_not_support_the_claim_by_itself_does_not_count():
    found = run({0: 80, 1: 78, 2: 42})
    assert [s.bearing for s in found.seeds] == ["supports", "supports", "undecided"]
    assert found.bearing == "supports", "on average it does"
    assert decide(TRAINED, [found]).missing == ("3 seeds of the trained arm that support it: there are 2",)


def test_the_few_good_seeds_of_many_do_not_confirm():
    decision = decide(TRAINED, [run({0: 80, 1: 78, 2: 75, 3: 42, 4: 42, 5: 42})])
    assert decision.status == "promising"
    assert decision.missing == ("most of its seeds: 3 of 6",)


def test_a_seed_that_refutes_beside_others_that_support_leaves_the_claim_open():
    large = outcomes_with(cases=400, families=400, direct=160, gate=260, shuffled=150)
    found = said(trained(large, gate={0: 300, 1: 310, 2: 100}), about=TRAINED)
    assert [s.bearing for s in found.seeds] == ["supports", "supports", "refutes"]
    decision = decide(TRAINED, [found])
    assert decision.status == "open" and decision.why.startswith("its seeds disagree: ")


def test_seeds_of_several_runs_and_within_one_are_counted_once_each():
    within, other = run({0: 70, 1: 68}), said(outcomes_with(**STRONG), about=TRAINED, run_id="r2", seed=2)
    again = said(outcomes_with(**STRONG), about=TRAINED, run_id="r3", seed=1)
    assert decide(TRAINED, [within, again]).status == "promising"
    assert decide(TRAINED, [within, other]).status == "confirmed"


def test_a_control_on_a_shuffled_reward_owes_five_seeds_of_its_own():
    seeds = {0: 70, 1: 68, 2: 72}
    assert decide(REWARDED, [run(seeds, about=REWARDED)]).missing == (
        "5 seeds of the shuffled-reward control shuffled: there is 1",), "the arm's seeds are not the control's"
    three, five = ({s: 45 for s in range(n)} for n in (3, 5))
    assert decide(REWARDED, [run(seeds, about=REWARDED, shuffled=three)]).status == "promising"
    assert decide(REWARDED, [run(seeds, about=REWARDED, shuffled=five)]).status == "confirmed"


def test_an_arm_is_held_against_the_same_seed_of_what_was_trained_beside_it():
    found = run({0: 70, 1: 68, 2: 72}, direct={0: 40, 1: 65, 2: 40})
    assert [s.contrasts[0].against_right for s in found.seeds] == [40, 65, 40]
    assert [s.bearing for s in found.seeds] == ["supports", "undecided", "supports"]


def test_reach_is_told_seed_by_seed_where_the_claim_is_about_reach():
    about = claim(trained=True, measure="reachable")
    found = said(trained(outcomes_with(**STRONG), gate={0: 70, 1: 68, 2: 72}), about=about)
    assert [s.contrasts[0].right for s in found.seeds] == [70, 68, 72]


def test_an_untrained_claim_is_not_replicated_by_seeds():
    found = said(trained(outcomes_with(**STRONG), gate={0: 70, 1: 68, 2: 72}))
    assert decide(claim(), [found]).missing == ("a second substrate or data split",)


@settings(deadline=None, max_examples=20)
@given(st.dictionaries(st.integers(0, 9), st.integers(0, 100), min_size=1, max_size=4), st.integers(0, 100))
def test_whatever_the_seeds_fewer_than_three_that_support_never_confirm(gate, committed):
    found = said(trained(outcomes_with(cases=100, families=25, direct=40, gate=committed, shuffled=45),
                         gate={seed: column(right, 100, seed=seed + 1) for seed, right in gate.items()}), about=TRAINED)
    if decide(TRAINED, [found]).status == "confirmed":
        assert sum(s.bearing == "supports" for s in found.seeds) >= 3
        assert not any(s.bearing == "refutes" for s in found.seeds)


def test_one_seed_is_named_in_the_singular():
    assert run({0: 70}).sentence.endswith("; alone, seed 0 supports")
    assert run({0: 70, 1: 68}).sentence.endswith("; alone, seeds 0 and 1 support")
