"""What a slice may ask about one arm on one case: one function per name of ``core.metrics.CASE_WORDS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checkable.core.case import Scalar
from checkable.core.scored import ScoredCase


def treated(case: ScoredCase) -> bool:
    return case.treated


def committed(case: ScoredCase) -> bool:
    return case.committed


def agrees(case: ScoredCase, base: ScoredCase) -> bool:
    """Both committed the same output; an arm without an output agrees with nobody, not even with itself."""
    return case.output is not None and case.output == base.output


def passing(case: ScoredCase) -> bool:
    return case.passing_samples > 0


def supported(case: ScoredCase) -> bool:
    return "support" in case.evidence


def correct(case: ScoredCase) -> bool:
    return case.correct


def reached(case: ScoredCase) -> bool:
    return case.reached


FUNCTIONS: Mapping[str, Callable[..., bool]] = {
    function.__name__: function for function in (treated, committed, agrees, passing, supported, correct, reached)
}


def facts(case: ScoredCase) -> Mapping[str, Scalar]:
    """What ``case.…`` may name: the id, the family and the case's attributes (which never shadow the first two)."""
    return {**case.attributes, "id": case.id, "family": case.family}
