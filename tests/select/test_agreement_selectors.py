"""Selectors that look at what candidates do, what tests say of them, or how long they are."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.candidate import Candidate, CheckedCandidate, CheckedCase, Observation, Outcome
from checkable.core.case import Case
from checkable.select.b4 import log_posterior
from checkable.select.context import SelectContext
from checkable.select.description_length import program_bits
from checkable.vocabulary import words

SELECTORS = words("selector")
CASE = Case(id="c", family="f", examples=(), query=0)


def seen(value):
    return Observation(outcome=Outcome.EXCEPTION if value is None else Outcome.OK, value=value)


def program(query, *unlabelled, sample=0, passes=True, source="def transform(t): ...", logprob=None, tests=(),
            **evidence):
    made = Candidate(id=f"program/{sample}", channel="program", kind="program", sample=sample, source=source,
                     mean_logprob=logprob)
    return CheckedCandidate(candidate=made, on_examples=(), on_query=seen(query), passes=passes, on_tests=tests,
                            on_unlabelled=tuple(seen(value) for value in unlabelled), evidence=evidence)


def select(name, candidates, others=(), **options):
    chosen = SELECTORS[name]
    cases = [CheckedCase(case=CASE, candidates=tuple(candidates)), *others]
    context = SelectContext(fallback="program", everything=tuple(candidates), random=Random(0), case="c", cases=cases)
    return [c.candidate.sample for c in chosen.function(candidates, chosen.options(**options), context)]


@pytest.mark.parametrize("name", sorted(set(SELECTORS) - {"only"}))
def test_every_selector_survives_having_nothing_to_choose_from(name):
    assert select(name, []) == []


@pytest.mark.parametrize("name", sorted(set(SELECTORS) - {"only"}))
@settings(deadline=None, max_examples=30)
@given(outputs=st.lists(st.tuples(st.none() | st.integers(0, 2), st.none() | st.integers(0, 2), st.booleans(),
                                  st.tuples(st.booleans(), st.booleans())), min_size=1, max_size=6))
def test_every_selector_keeps_some_of_the_candidates_and_makes_none_up(name, outputs):
    candidates = [program(query, other, sample=i, passes=passes, tests=tests)
                  for i, (query, other, passes, tests) in enumerate(outputs)]
    kept = select(name, candidates)
    assert len(set(kept)) == len(kept) and set(kept) <= set(range(len(candidates)))


def test_prefer_visible_narrows_where_it_can_and_else_keeps_all():
    assert select("prefer-visible", [program(1, sample=0, passes=False), program(2, sample=1)]) == [1]
    assert select("prefer-visible", [program(1, sample=0, passes=False), program(2, sample=1, passes=False)]) == [0, 1]


def test_clusters_tell_apart_what_agrees_on_the_held_out_input_alone():
    alike = [program(5, 1, 1, sample=0), program(5, 2, 2, sample=1), program(6, 3, 3, sample=2),
             program(6, 3, 3, sample=3)]
    assert select("clusters", alike) == [2, 3]
    assert select("majority", alike) == [0, 1]


def test_clusters_weigh_by_probability_when_asked():
    made = [program(1, sample=0, logprob=-0.1), program(2, sample=1, logprob=-3.0), program(2, sample=2, logprob=-3.0)]
    assert select("clusters", made) == [1, 2]
    assert select("clusters", made, weight="probability") == [0]


def test_a_cluster_that_is_too_light_commits_nothing_where_there_is_no_fallback():
    assert select("clusters", [program(i, sample=i) for i in range(4)], at_least=0.5) == []


def test_mbr_exec_gives_credit_for_partial_agreement_and_hard_loss_does_not():
    made = [program(1, 1, 1, sample=0), program(1, 1, 2, sample=1), program(1, 2, 1, sample=2),
            program(9, 9, 9, sample=3), program(9, 9, 9, sample=4)]
    assert select("mbr-exec", made) == [0]
    assert select("mbr-exec", made, loss="hard") == [3, 4]


def test_failures_do_not_agree_with_each_other():
    made = [program(1, None, sample=0), program(2, None, sample=1), program(3, 7, sample=2), program(3, 7, sample=3)]
    assert select("mbr-exec", made) == [2, 3]


def test_codet_multiplies_programs_by_tests_passed():
    made = [program(1, sample=0, tests=(True, True, True, False)),
            *(program(2, sample=i, tests=(True, False, False, False)) for i in (1, 2, 3))]
    assert select("codet", made) == [0, 1, 2, 3]  # 1 program × 3 tests is 3 programs × 1 test
    assert select("codet", made[:3]) == [0]


def test_dual_agreement_keeps_everything_where_no_test_was_written():
    made = [program(1, sample=0), program(2, sample=1)]
    assert select("codet", made) == select("b4", made) == [0, 1]


def test_b4_believes_a_test_that_every_program_passes_less_than_one_that_tells_programs_apart():
    both, easy_only = (True, True, True), (True, False, False)
    rows = [both, both, easy_only, easy_only]
    assert log_posterior(both, rows, 10) > log_posterior(easy_only, rows, 10)


@settings(deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_b4_does_not_depend_on_the_order_of_programs_or_tests(rows):
    again = [tuple(reversed(row)) for row in reversed(rows)]
    assert log_posterior(rows[0], rows, 10) == pytest.approx(log_posterior(tuple(reversed(rows[0])), again, 10))


def test_likelihood_and_p_true_take_the_highest_and_leave_out_what_was_not_asked():
    made = [program(1, sample=0, logprob=-0.5, p_true=0.2), program(2, sample=1, logprob=-0.1),
            program(3, sample=2, p_true=0.7)]
    assert select("mean-logprob", made) == [1] and select("p-true", made) == [2]
    assert select("p-true", [program(1, sample=0), program(2, sample=1)]) == [0, 1]


def test_a_recorded_likelihood_serves_as_well():
    made = [program(1, sample=0, mean_logprob=-0.5), program(2, sample=1, mean_logprob=-0.2)]
    assert select("mean-logprob", made) == [1]


def test_a_program_that_memorises_is_longer_than_one_with_a_rule():
    rule = "def transform(text):\n    return text.split(',')[0].upper()"
    table = "def transform(text):\n    return {'Oslo, Norway': 'OSLO', 'Rome, Italy': 'ROME'}[text]"
    assert program_bits(rule) < program_bits(table)
    assert program_bits(rule) == program_bits("# a remark\n" + rule)


def test_what_is_no_python_costs_its_characters():
    assert program_bits("x = '") == 8 * len("x = '")


def test_short_programs_that_agree_outweigh_one_that_is_as_short():
    made = [program(1, sample=0, source="def f(a): return 1"), program(2, sample=1, source="def f(a): return 2"),
            program(2, sample=2, source="def f(a): return 2")]
    assert select("description-length", made) == [0]
    assert select("description-length", made, sum=True) == [1, 2]


def other(index, strength, passes):
    return CheckedCase(case=Case(id=f"o{index}", family="f", examples=(), query=0),
                       candidates=(program(1, sample=0, passes=passes, p_true=strength),))


OTHERS = [*(other(i, 0.9, True) for i in range(10)), *(other(10 + i, 0.5, i % 2 == 0) for i in range(10))]


def test_abstaining_commits_where_evidence_was_strong_enough_on_other_cases():
    assert select("abstain", [program(1, p_true=0.95)], OTHERS, by="p_true", target=0.9) == [0]
    assert select("abstain", [program(1, p_true=0.6)], OTHERS, by="p_true", target=0.9) == []
    assert select("abstain", [program(1, p_true=0.6)], OTHERS, by="p_true", target=0.7) == [0]


def test_abstaining_needs_enough_cases_to_calibrate_on():
    assert select("abstain", [program(1, p_true=0.95)], OTHERS[:5], by="p_true", target=0.5) == []


def test_a_case_is_no_part_of_its_own_calibration():
    wrong = [other(i, 0.9, False) for i in range(10)]
    assert select("abstain", [program(1, p_true=0.9)], wrong, by="p_true", target=0.05) == []
