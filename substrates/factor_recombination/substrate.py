"""The factor-recombination substrate: two factors in words over a list, and the number that comes out.

It never imports ``answers``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import ClassVar

from substrates.factor_recombination.made import Problem, problems
from substrates.factor_recombination.options import FactorOptions
from substrates.factor_recombination.questions import VERSION

from checkable.core.case import Case
from checkable.substrate.contract import CaseSet
from checkable.substrate.whole_numbers import WholeNumbers


class FactorRecombination(WholeNumbers):
    name: ClassVar[str] = "factor-recombination"
    summary: ClassVar[str] = "answer questions of two factors in pairs that training saw, or never saw"
    options: ClassVar[type] = FactorOptions
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: FactorOptions) -> frozenset[str]:
        return frozenset(("rung", "kept", "made", "length", "wording"))

    def cases(self, options: FactorOptions, data: Path | None) -> CaseSet:
        cases = tuple(_case(problem) for problem in problems(options))
        made_from = [(c.id, c.text, c.attributes["rung"]) for c in cases]
        digest = hashlib.sha256(json.dumps([options.lessons, made_from]).encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"{VERSION}-{digest}", source=f"generated, seed {options.seed}")


def _case(problem: Problem) -> Case:
    """A family is one pair of factors: who cannot recombine it fails in all of its questions."""
    kept, made = problem.question.pair
    return Case(id=problem.id, family=f"{kept}-{made}", examples=(), query=None, text=problem.text,
                attributes={"rung": problem.rung, "kept": kept, "made": made, "length": len(problem.question.slots),
                            "wording": problem.wording})


substrate = FactorRecombination()
