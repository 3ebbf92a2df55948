"""Bayesian scoring of programs by tests that may be as wrong as the programs.

Like CodeT it looks at consensus sets (programs that pass exactly the same generated tests), but asks how
probable it is that just these programs and the tests they pass are the right ones. Right programs pass
right tests and fail wrong ones; a wrong program passes a right test with an unknown probability and a
wrong test with another; the shares of right programs and right tests are unknown too. With beta priors
on all four the posterior is a product of four beta functions: B4 of Chen, Liu, Tao, Hong, Lo, Xia and
Sun (ASE 2024, arXiv:2409.08692), here with priors of our own choice: a wrong program seldom passes a wrong
test, everything else is uniform. It needs the evidence ``generated-tests``; this word costs no tokens.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from checkable.core.candidate import CheckedCandidate
from checkable.select.behaviour import highest
from checkable.select.context import SelectContext
from checkable.vocabulary import option, word

Row: TypeAlias = tuple[bool, ...]


@dataclass(frozen=True, kw_only=True)
class B4Options:
    chance_fails: float = option(
        10.0, "how many failures the prior puts down to a wrong program on a wrong test, against one pass", minimum=0.1)


@word("selector", "b4", options=B4Options, baseline="heuristic")
def b4(candidates: Sequence[CheckedCandidate], options: B4Options, context: SelectContext) -> list[CheckedCandidate]:
    """Keep the consensus set that is most probably right, given which programs pass which generated tests."""
    tested = [checked for checked in candidates if checked.on_tests and checked.on_query.ok]
    rows = [checked.on_tests for checked in tested]
    scores = {row: log_posterior(row, rows, options.chance_fails) for row in set(rows)}
    return highest(tested, [scores[row] for row in rows]) or list(candidates)


def log_posterior(chosen: Row, rows: Sequence[Row], chance_fails: float) -> float:
    """The log-probability, but for a constant, that programs with row ``chosen`` and the tests they pass are right."""
    others = [row for row in rows if row != chosen]
    on_right = [passed for row in others for passed, right in zip(row, chosen, strict=True) if right]
    on_wrong = [passed for row in others for passed, right in zip(row, chosen, strict=True) if not right]
    return (_beta(1 + sum(on_right), 1 + len(on_right) - sum(on_right))
            + _beta(1 + sum(on_wrong), chance_fails + len(on_wrong) - sum(on_wrong))
            + _beta(1 + len(rows) - len(others), 1 + len(others))
            + _beta(1 + sum(chosen), 1 + len(chosen) - sum(chosen)))


def _beta(a: float, b: float) -> float:
    """The logarithm of the beta function."""
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
