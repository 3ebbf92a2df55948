"""Scored arms for tests, written as the truths that matter: which cases are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from checkable.core.expression import Expression
from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure.wording import words
from checkable.spec.model import CriterionSpec


def scored(index: int = 0, *, family: str | None = None, **facts: Any) -> ScoredCase:
    """One case; by default its own family, committed, untreated, wrong, with one candidate."""
    correct = facts.pop("correct", False)
    values = {
        "attributes": {}, "reached": correct, "committed": True, "treated": False,
        "output": f"{index}-{'right' if correct else 'wrong'}", "candidates": 1,
        "correct_candidates": int(correct), **facts,
    }
    return ScoredCase(id=f"case-{index}", family=family or f"family-{index}", correct=correct, **values)


def arm(name: str, correct: Iterable[bool], *, per_family: int = 1, role: str = "arm", of: str | None = None,
        **facts: Any) -> ScoredArm:
    """An arm by its correct cases, ``per_family`` neighbours to a family."""
    cases = [scored(i, family=f"family-{i // per_family:03}", correct=c, **facts) for i, c in enumerate(correct)]
    return ScoredArm(name=name, role=role, of=of, broken="visible-example" if of else None, cases=tuple(cases))


def arms(*members: ScoredArm) -> dict[str, ScoredArm]:
    return {member.name: member for member in members}


def criteria(*expressions: Expression) -> list[CriterionSpec]:
    return [CriterionSpec(text=words(e), expression=e, line=i) for i, e in enumerate(expressions, 1)]


def foofah() -> dict[str, ScoredArm]:
    """The figures of the published gate: 250 cases in 50 families of 5, direct 138, gate 156.

    The 18 recoveries lie in 9 families, two in each; nothing is lost. Which families those are
    does not matter to any figure that is checked.
    """
    recovered = {5 * family + k for family in range(9) for k in (0, 1)}
    direct = [i >= 112 for i in range(250)]
    gate = [right or i in recovered for i, right in enumerate(direct)]
    treated = recovered | set(range(206, 250)) | set(range(60, 76))  # 62 right of 78: 18 + 44, and 16 wrong
    gated = arm("gate", gate, per_family=5)
    cases = tuple(replace(case, treated=i in treated) for i, case in enumerate(gated.cases))
    return arms(arm("direct", direct, per_family=5), replace(gated, cases=cases))


def outcomes(pairs: Sequence[tuple[bool, bool]], per_family: int = 1) -> dict[str, ScoredArm]:
    """Two arms, a and b, from pairs of (a is right, b is right)."""
    return arms(arm("a", [a for a, _ in pairs], per_family=per_family),
                arm("b", [b for _, b in pairs], per_family=per_family))
