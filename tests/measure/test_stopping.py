"""Looks between batches: what ends an experiment, and that looking often fools nobody."""

from __future__ import annotations

import numpy as np
import pytest

from checkable.core.expression import Beats, Compare, Metric, Number
from checkable.measure.compare import compare, paired_p
from checkable.measure.criteria import evaluate
from checkable.measure.sequential import e_value
from checkable.measure.stopping import decide, look_at, said

from .builders import arm, arms, criteria, foofah

GATE = Beats("gate", "direct")


def look(*expressions, planned: int = 50, among=None):
    return look_at(expressions or (GATE,), among or foofah(), {}, planned=planned, seed=0)


def of(wins: int, losses: int, same: int, per_family: int = 1):
    """Two arms, a and b, that differ in so many families."""
    a = [True] * wins + [False] * losses + [True] * same
    b = [False] * wins + [True] * losses + [True] * same
    return arms(*(arm(name, [right for right in column for _ in range(per_family)], per_family=per_family)
                  for name, column in (("a", a), ("b", b))))


def test_the_published_gate_is_decided_over_its_nine_families() -> None:
    (seen,) = look()
    assert (seen.ahead, seen.behind) == (9, 0)
    assert seen.p_adjusted == pytest.approx(1 / e_value(9, 0)) and seen.decided
    assert decide([seen], more=True) == "evidence"
    assert said([seen]) == "gate beats direct: ahead in 9 families, behind in 0 (p = 0.02, valid at any look)"


def test_families_count_once_however_many_cases_they_have() -> None:
    lean, fat = (look(Beats("a", "b"), among=of(5, 1, 10, per_family=k))[0] for k in (1, 20))
    assert (lean.ahead, lean.behind, lean.p_adjusted) == (fat.ahead, fat.behind, fat.p_adjusted)


@pytest.mark.parametrize(("wins", "losses", "same", "more", "decision"), [
    (8, 0, 20, True, "evidence"), (0, 8, 20, True, "evidence"), (5, 0, 20, True, "go on"),
    (1, 1, 45, True, "no hope"), (5, 0, 20, False, "all cases"),
])
def test_a_look_ends_for_evidence_for_want_of_hope_or_with_the_cases(wins, losses, same, more, decision) -> None:
    looks = look(Beats("a", "b"), among=of(wins, losses, same))
    assert decide(looks, more=more) == decision


def test_two_comparisons_take_more_evidence_than_one() -> None:
    both = of(8, 0, 20)
    both["c"] = both["b"]
    (alone,) = look(Beats("a", "b"), among=both)
    together = look(Beats("a", "b"), Beats("a", "c"), among=both)
    assert alone.decided and not any(seen.decided for seen in together)
    assert together[0].p_adjusted == pytest.approx(2 * alone.p_adjusted)
    assert decide(together, more=True) == "go on"


def test_a_comparison_that_is_lost_ends_an_experiment_that_needs_it() -> None:
    arms = of(5, 0, 20)
    arms["c"] = arm("c", [False] * 20 + [True] * 5)
    assert decide(look(Beats("a", "b"), Beats("c", "a"), among=arms), more=True) == "no hope"


def test_an_experiment_that_may_stop_early_is_judged_by_the_anytime_p_value() -> None:
    more = Compare(">", Metric("gate", "correct"), Number(150))
    judged = evaluate(criteria(GATE, more), foofah(), {}, 0, anytime=True)
    assert [c.verdict for c in judged] == ["held", "held"]
    assert "anytime-valid p = 0.02" in judged[0].reason
    few = evaluate(criteria(Beats("a", "b")), of(6, 0, 20), {}, 0, anytime=True)
    assert few[0].verdict == "undecided"  # though the exact test gives .031
    assert evaluate(criteria(Beats("a", "b")), of(6, 0, 20), {}, 0)[0].verdict == "held"


def test_the_table_then_has_the_same_p_value() -> None:
    families = [str(i // 2) for i in range(20)]
    row = compare([True] * 20, [False] * 20, families, names=("a", "b"), seed=0, anytime=True)
    assert row.p_value == row.p_adjusted == pytest.approx(11 / 2**10)
    assert paired_p([True] * 20, [False] * 20, families) < row.p_value


def test_looking_after_every_batch_at_equal_arms_finds_a_difference_in_fewer_than_one_run_in_twenty() -> None:
    random, found = np.random.default_rng(0), 0
    for _ in range(400):
        signs = random.choice([1, -1, 0], p=[0.2, 0.2, 0.6], size=60)
        for n in range(5, 61, 5):
            ahead, behind = int(np.sum(signs[:n] == 1)), int(np.sum(signs[:n] == -1))
            if e_value(ahead, behind) > 20:
                found += 1
                break
    assert found / 400 <= 0.05
