"""Each selector commits what its paragraph says, from visible evidence alone."""

from random import Random

import pytest

from checkable.core.candidate import Candidate, CheckedCandidate, Observation, Outcome
from checkable.select.context import SelectContext
from checkable.select.only import NeedsSelector
from checkable.vocabulary import words

SELECTORS = words("selector")


def answer(value, *, channel="direct"):
    on_query = Observation(outcome=Outcome.OK, value=value)
    if value is None:
        on_query = Observation(outcome=Outcome.REFUSED, error="unreadable")
    made = Candidate(id=f"{channel}/0", channel=channel, kind="answer", text=str(value), value=value)
    return CheckedCandidate(candidate=made, on_examples=(), on_query=on_query, passes=None)


def program(value, *, passes, sample=0, channel="program", source="def transform(t): ...", support=None, ok=True):
    made = Candidate(id=f"{channel}/{sample}", channel=channel, kind="program", sample=sample, source=source)
    on_query = Observation(outcome=Outcome.OK, value=value) if ok else Observation(outcome=Outcome.EXCEPTION)
    evidence = {} if support is None else {"support": support}
    return CheckedCandidate(candidate=made, on_examples=(), on_query=on_query, passes=passes, evidence=evidence)


def select(name, candidates, seed=0, **options):
    chosen = SELECTORS[name]
    context = SelectContext(fallback=candidates[0].candidate.channel if candidates else "",
                            everything=tuple(candidates), random=Random(seed))
    return chosen.function(candidates, chosen.options(**options), context)


def test_the_gate_commits_the_first_passing_program():
    direct, failing, first, second = (answer([1]), program([2], passes=False), program([3], passes=True, sample=1),
                                      program([4], passes=True, sample=2))
    assert select("visible-pass", [direct, failing, first, second])[0] is first


def test_the_gate_falls_back_to_the_first_channel_when_no_program_passes():
    direct = answer([1])
    assert select("visible-pass", [direct, program([2], passes=False)]) == [direct]


def test_the_gate_does_not_commit_a_program_that_crashes_on_the_held_out_input():
    direct = answer([1])
    assert select("visible-pass", [direct, program(None, passes=True, ok=False)]) == [direct]


def test_the_gate_abstains_where_there_is_nothing_to_fall_back_to():
    assert select("visible-pass", [program([2], passes=False)]) == []


def test_only_refuses_to_choose():
    with pytest.raises(NeedsSelector, match="2 candidates"):
        select("only", [answer([1]), program([1], passes=True)])
    lone = answer([1])
    assert select("only", [lone]) == [lone]


@pytest.mark.parametrize(("otherwise", "left"), [("first", 1), ("abstain", 0)])
def test_first_visible_says_what_happens_when_none_passes(otherwise, left):
    assert len(select("first-visible", [program([1], passes=False)], otherwise=otherwise)) == left


def test_majority_follows_outputs_not_texts():
    candidates = [program([1], passes=True, sample=0), program([2], passes=True, sample=1, source="a"),
                  program([2], passes=True, sample=2, source="b")]
    assert [c.candidate.sample for c in select("majority", candidates)] == [1, 2]


def test_majority_ties_go_to_the_earliest():
    candidates = [program([1], passes=True, sample=0), program([2], passes=True, sample=1)]
    assert select("majority", candidates)[0] is candidates[0]


def test_majority_falls_back_when_too_few_agree():
    direct = answer([1])
    candidates = [direct, program([2], passes=True), program([3], passes=True, sample=1)]
    assert select("majority", candidates, at_least=2) == [direct]


def test_majority_ignores_candidates_without_an_output():
    crashed = [program(None, passes=False, ok=False, sample=i) for i in range(3)]
    good = program([5], passes=True, sample=3)
    assert select("majority", [*crashed, good]) == [good]


def test_shortest_counts_characters():
    long, short = program([1], passes=True, source="x" * 9), program([2], passes=True, sample=1, source="x")
    assert select("shortest", [long, short]) == [short]


def test_random_is_seeded_and_covers_everything():
    candidates = [program([i], passes=True, sample=i) for i in range(4)]
    assert select("random", candidates, seed=7) == select("random", candidates, seed=7)
    assert {select("random", candidates, seed=s)[0].candidate.sample for s in range(60)} == {0, 1, 2, 3}


def test_parse_failure_keeps_a_readable_answer_even_against_a_passing_program():
    direct = answer([1])
    assert select("parse-failure", [direct, program([2], passes=True)]) == [direct]


def test_parse_failure_takes_a_passing_program_for_an_unreadable_answer():
    passing = program([2], passes=True)
    assert select("parse-failure", [answer(None), program([9], passes=False), passing]) == [passing]


@pytest.mark.parametrize(("support", "unknown", "commits"), [
    (0.5, "fall-back", True), (0.4, "commit", False), (None, "commit", True), (None, "fall-back", False)])
def test_probe_support_trusts_enough_agreement(support, unknown, commits):
    direct, gate = answer([1]), program([2], passes=True, support=support)
    chosen = select("probe-support", [direct, gate], at_least=0.5, unknown=unknown)
    assert chosen == ([gate] if commits else [direct])


@pytest.mark.parametrize("name", sorted(set(SELECTORS) - {"only"}))
def test_no_selector_invents_candidates(name):
    candidates = [answer([1]), program([2], passes=True), program([3], passes=False, sample=1)]
    assert all(any(kept is c for c in candidates) for kept in select(name, candidates))


@pytest.mark.parametrize("name", sorted(SELECTORS))
def test_every_selector_copes_with_no_candidates(name):
    assert select(name, []) == []


def test_agreement_counts_channels_and_not_candidates():
    many = [program([["x"]], passes=True, sample=at, channel="search") for at in range(3)]
    one = program([["y"]], passes=True, channel="program")
    left = select("agreement", [answer([["y"]]), *many, one])
    assert [c.on_query.value for c in left] == [[["y"]], [["y"]]]


def test_agreement_chooses_among_what_is_left_and_keeps_its_order():
    first, second = program([["x"]], passes=True, channel="search"), program([["y"]], passes=True)
    assert select("agreement", [first, second]) == [first, second]
