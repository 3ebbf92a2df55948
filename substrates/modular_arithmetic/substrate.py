"""The modular-arithmetic substrate: programs in words, and the number that they end with.

It never imports ``answers``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import ClassVar

from substrates.modular_arithmetic.made import Problem, problems
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import VERSION

from checkable.core.case import Case
from checkable.substrate.contract import CaseSet
from checkable.substrate.whole_numbers import WholeNumbers


class ModularArithmetic(WholeNumbers):
    name: ClassVar[str] = "modular-arithmetic"
    summary: ClassVar[str] = "run a program that is given in words, modulo a number"
    options: ClassVar[type] = ModularOptions
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: ModularOptions) -> frozenset[str]:
        return frozenset(("length", "wording"))

    def cases(self, options: ModularOptions, data: Path | None) -> CaseSet:
        cases = tuple(_case(problem) for problem in problems(options))
        digest = hashlib.sha256(json.dumps([(c.id, c.text) for c in cases]).encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"{VERSION}-{digest}", source=f"generated, seed {options.seed}")


def _case(problem: Problem) -> Case:
    """A family is one program, in whatever wordings."""
    return Case(id=problem.id, family=problem.program.id, examples=(), query=None, text=problem.text,
                attributes={"length": len(problem.program.steps), "wording": problem.wording})


substrate = ModularArithmetic()
