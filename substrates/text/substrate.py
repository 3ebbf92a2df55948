"""The text substrate: its cases, how completions are read, and how texts compare.

It never imports ``answers`` or ``labels``. Ids name the problem (family, examples, seed, turn),
whatever else was asked for; ``unlabelled`` inputs are shown without their outputs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from substrates.text import feedback, inventory, reading
from substrates.text.made.compose import VERSION, Problem, problems
from substrates.text.made.families import select
from substrates.text.made.operators import run
from substrates.text.options import TextOptions

from checkable.core.candidate import Observation
from checkable.core.case import Case, Example, Json
from checkable.core.execution import Limits, Namespace
from checkable.substrate.contract import CaseSet, Substrate

ATTRIBUTES = ("examples", "difficulty", "length")
_HARMLESS = ("re", "string", "datetime", "calendar", "itertools", "functools", "collections", "textwrap", "math",
             "unicodedata", "operator", "typing")


class TextSubstrate(Substrate):
    name: ClassVar[str] = "text"
    summary: ClassVar[str] = "transform a line of text the way worked examples were transformed"
    options: ClassVar[type] = TextOptions
    entry_point: ClassVar[str] = "transform"
    namespaces: ClassVar[Mapping[str, Namespace]] = {
        "standard": Namespace(name="standard", preload={"re": "re", "datetime": "datetime"}, modules=_HARMLESS),
    }
    limits: ClassVar[Limits] = Limits()
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: TextOptions) -> frozenset[str]:
        return frozenset(ATTRIBUTES)

    def cases(self, options: TextOptions, data: Path | None) -> CaseSet:
        made = problems(select(options.difficulty, options.operators), seed=options.seed, count=options.count,
                        examples=options.examples)
        cases = tuple(_case(problem, options.unlabelled) for problem in made)
        return CaseSet(cases=cases, version=f"generated-{VERSION}-{_digest(cases)}",
                       source=f"generated, seed {options.seed}")

    def read_answer(self, text: str) -> Json:
        return reading.read_text(text)

    def read_program(self, text: str) -> str:
        return reading.read_program(text)

    def shape(self, value: Json) -> Json:
        return reading.shaped(value)

    def equal(self, left: Json, right: Json) -> bool:
        """Exact equality: every character, blanks included."""
        return bool(left == right)

    def programs(self, case: Case) -> Iterator[str]:
        """Chains of this substrate's operators that fit the examples, as Python."""
        return inventory.programs(case)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        return feedback.describe(case, on_examples, problem)


def _case(problem: Problem, unlabelled: int) -> Case:
    return Case(
        id=problem.id, family=problem.family.name, query=problem.query,
        examples=tuple(Example(input=text, output=run(problem.steps, text)) for text in problem.shown),
        unlabelled=problem.unlabelled[:unlabelled],
        attributes={"examples": len(problem.shown), "difficulty": problem.family.difficulty,
                    "length": len(problem.query)},
    )


def _digest(cases: tuple[Case, ...]) -> str:
    shown = [(case.id, [(e.input, e.output) for e in case.examples], case.unlabelled, case.query) for case in cases]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


substrate = TextSubstrate()
