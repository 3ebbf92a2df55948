"""The modular-arithmetic substrate: programs in words, and the number that they end with.

It never imports ``answers``. A program that a model writes is Python: a function ``compute()`` without arguments.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from substrates.modular_arithmetic.made import Problem, problems
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import VERSION

from checkable.core.candidate import Observation
from checkable.core.case import Case, Json
from checkable.core.execution import Namespace
from checkable.substrate.contract import CaseSet, Substrate, Unreadable, WrongShape

_FENCED = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)


class ModularArithmetic(Substrate):
    name: ClassVar[str] = "modular-arithmetic"
    summary: ClassVar[str] = "run a program that is given in words, modulo a number"
    options: ClassVar[type] = ModularOptions
    entry_point: ClassVar[str] = "compute"
    namespaces: ClassVar[Mapping[str, Namespace]] = {"standard": Namespace(name="standard")}
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: ModularOptions) -> frozenset[str]:
        return frozenset(("length", "wording"))

    def cases(self, options: ModularOptions, data: Path | None) -> CaseSet:
        cases = tuple(_case(problem) for problem in problems(options))
        digest = hashlib.sha256(json.dumps([(c.id, c.text) for c in cases]).encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"{VERSION}-{digest}", source=f"generated, seed {options.seed}")

    def read_answer(self, text: str) -> Json:
        """The last whole number of the text."""
        numbers = re.findall(r"-?\d+", text)
        if not numbers:
            raise Unreadable(f"expected a whole number, got {text.strip()[:40]!r}")
        return int(numbers[-1])

    def read_program(self, text: str) -> str:
        """The last fenced block, or the whole text where there is none; it defines ``compute``."""
        blocks = _FENCED.findall(text)
        source = (blocks[-1] if blocks else text).strip()
        if "def compute" not in source:
            raise Unreadable("no function compute() is defined")
        return source

    def shape(self, value: Json) -> Json:
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongShape(f"expected a whole number, got a value of type {type(value).__name__}")
        return value

    def equal(self, left: Json, right: Json) -> bool:
        return bool(left == right)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        """There are no worked examples to fail on."""
        return f"There was no program to run: {problem}." if problem is not None else "Nothing visible went wrong."


def _case(problem: Problem) -> Case:
    """A family is one program, in whatever wordings."""
    return Case(id=problem.id, family=problem.program.id, examples=(), query=None, text=problem.text,
                attributes={"length": len(problem.program.steps), "wording": problem.wording})


substrate = ModularArithmetic()
