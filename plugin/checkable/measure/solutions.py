"""Whether a pool of candidates holds the reference solution: then it measures selection, not generation.

Found in two ways: by what candidates say of themselves, and by comparing syntax trees with the
reference program. A model writes the reference by itself now and then (Qwen3.5-4B, nine programs
for each of 244 MBPP tasks: the same in 11 tasks, nearly in 4 more), so a single match is no proof;
most tasks at once are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import Candidate
from checkable.measure.syntax import near, normal_form

GIVEN_AWAY = ("reference", "mutant")  # provenances of candidates that no deployment would have
MOST = 0.5  # of the compared cases: from here on chance does not explain the matches


@dataclass(frozen=True, kw_only=True)
class Solutions:
    """Counts over one arm's pool. ``compared`` cases have a reference program and programs to compare.

    ``same`` and ``near`` are the cases with a program that is the reference but for names and
    layout, or (else) a variation of it.
    """

    declared: int  # candidates whose provenance says so
    compared: int
    same: int
    near: int

    @property
    def given_away(self) -> bool:
        """Whether the pool was made from the solutions."""
        return self.declared > 0 or (self.compared > 0 and self.same + self.near >= MOST * self.compared)


def solutions(pool: Mapping[str, Iterable[Candidate]], references: Mapping[str, str]) -> Solutions:
    """Look for the reference in a pool: case to candidates, and case to reference program (may be empty)."""
    pool = {case: tuple(candidates) for case, candidates in pool.items()}
    closest = [_closest([c.source for c in pool[case] if c.source], references[case])
               for case in pool if case in references]
    known = [found for found in closest if found is not None]
    return Solutions(
        declared=sum(c.provenance in GIVEN_AWAY for candidates in pool.values() for c in candidates),
        compared=len(known), same=known.count("same"), near=known.count("near"))


def _closest(programs: Iterable[str], reference: str) -> Literal["same", "near", "far"] | None:
    """What the most similar program is to the reference; None where nothing can be compared."""
    wanted = normal_form(reference)
    forms = [form for form in map(normal_form, dict.fromkeys(programs)) if form is not None]
    if wanted is None or not forms:
        return None
    if wanted in forms:
        return "same"
    return "near" if any(near(form, wanted) for form in forms) else "far"
