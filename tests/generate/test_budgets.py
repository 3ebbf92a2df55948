"""Generators that spend a budget: how far they go, what they ask, and what their candidates are called."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.generate.portfolio import Policy
from checkable.vocabulary import words

from .scripted import BROKEN, CASE, FIRST, LOWER, UPPER, scripted

GENERATORS = words("generator")


def generate(name, tools, case=CASE, **options):
    word = GENERATORS[name]
    return word.function(case, word.options(**options), tools)


def test_the_sequential_gate_stops_at_the_first_program_that_passes(sandbox):
    tools, script = scripted(sandbox, [LOWER, UPPER, FIRST])
    made = generate("sequential-gate", tools, samples=8)
    assert [c.source for c in made] == [LOWER, UPPER]
    assert len(script.asked) == 2


def test_the_sequential_gate_gives_up_after_its_budget(sandbox):
    tools, script = scripted(sandbox, [LOWER])
    assert len(generate("sequential-gate", tools, samples=3)) == 3 == len(script.asked)


def test_the_sequential_gate_asks_for_the_very_completions_that_sampling_would(sandbox):
    tools, _ = scripted(sandbox, [LOWER, BROKEN, UPPER])
    gated, sampled = generate("sequential-gate", tools, samples=4), generate("program", tools, samples=4)
    assert [c.completion_keys for c in gated] == [c.completion_keys for c in sampled][:3]


def test_a_smaller_budget_of_samples_is_the_beginning_of_a_larger_one(sandbox):
    tools, _ = scripted(sandbox, [LOWER, UPPER])
    small, large = generate("program", tools, samples=2), generate("program", tools, samples=8)
    assert [c.completion_keys for c in small] == [c.completion_keys for c in large][:2]


def test_log_probabilities_come_only_where_they_were_asked_for(sandbox):
    tools, _ = scripted(sandbox, [UPPER])
    assert generate("program", tools)[0].mean_logprob is None
    assert generate("program", tools, logprobs=True)[0].mean_logprob == -0.25


def two(**more):
    return (Policy(name="cold", temperature=0.2, **more), Policy(name="hot", temperature=1.2, **more))


def test_policies_in_turn_share_a_budget_evenly(sandbox):
    tools, script = scripted(sandbox, [LOWER])
    made = generate("portfolio", tools, policies=two(), budget=5)
    assert [c.id for c in made] == ["portfolio/cold/0", "portfolio/hot/0", "portfolio/cold/1", "portfolio/hot/1",
                                    "portfolio/cold/2"]
    assert Counter(sampling.temperature for _, sampling, _ in script.asked) == {0.2: 3, 1.2: 2}
    assert {c.channel for c in made} == {"portfolio"} and [c.sample for c in made] == list(range(5))


def test_policies_in_order_use_up_their_samples_one_after_the_other(sandbox):
    tools, _ = scripted(sandbox, [LOWER])
    made = generate("portfolio", tools, policies=two(samples=2), budget=8, schedule="in-order")
    assert [c.id.split("/")[1] for c in made] == ["cold", "cold", "hot", "hot"]


def test_an_adaptive_schedule_goes_to_the_policy_that_brings_something_new(sandbox):
    def say(text, sampling, index):
        return LOWER if sampling.temperature == 0.2 else f"def transform(text):\n    return text + '{index}'"

    tools, _ = scripted(sandbox, say)
    made = generate("portfolio", tools, policies=two(), budget=8, schedule="adaptive")
    tried = Counter(c.id.split("/")[1] for c in made)
    assert tried["hot"] > tried["cold"]


def test_a_portfolio_may_stop_at_the_first_pass_or_when_its_tokens_are_spent(sandbox):
    tools, _ = scripted(sandbox, [LOWER, UPPER])
    assert len(generate("portfolio", tools, policies=two(), budget=8, stop="first-pass")) == 3
    tools, _ = scripted(sandbox, [LOWER])
    assert len(generate("portfolio", tools, policies=two(), budget=8, tokens=25)) == 2  # 14 tokens each


@given(st.integers(1, 12), st.sampled_from(["in-turn", "in-order", "adaptive"]), st.integers(1, 5))
@settings(max_examples=20, deadline=None)
def test_no_schedule_spends_more_than_the_budget_or_a_policys_samples(sandbox, budget, schedule, samples):
    tools, _ = scripted(sandbox, [LOWER, UPPER, BROKEN])
    made = generate("portfolio", tools, policies=two(samples=samples), budget=budget, schedule=schedule)
    assert len(made) == min(budget, 2 * samples)
    assert max(Counter(c.id.split("/")[1] for c in made).values()) <= samples
    assert len({c.id for c in made}) == len(made)


def test_policies_need_names_of_their_own():
    with pytest.raises(ValueError, match="own name"):
        GENERATORS["portfolio"].options(policies=(Policy(name="a"), Policy(name="a")))
