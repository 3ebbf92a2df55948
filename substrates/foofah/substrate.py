"""The Foofah substrate: its cases, how completions are read, and how tables compare.

It never imports ``answers``. Case ids of the published split are the published names; those of
the generated split name the problem (family, records, seed, turn), whatever else was asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from substrates.foofah import feedback, published, reading
from substrates.foofah.generated.compose import VERSION, Problem, problems
from substrates.foofah.generated.families import select
from substrates.foofah.generated.operators import Table, run
from substrates.foofah.namespaces import NAMESPACES
from substrates.foofah.options import FoofahOptions

from checkable.core.candidate import Observation
from checkable.core.case import Case, Example, Json
from checkable.core.execution import Limits, Namespace
from checkable.search.inventory import Inventory
from checkable.substrate.contract import CaseSet, Substrate

ATTRIBUTES = ("examples", "rows", "columns")  # of cases of every split


class FoofahSubstrate(Substrate):
    name: ClassVar[str] = "foofah"
    summary: ClassVar[str] = "transform a table the way one example table was transformed"
    options: ClassVar[type] = FoofahOptions
    entry_point: ClassVar[str] = "transform"
    namespaces: ClassVar[Mapping[str, Namespace]] = NAMESPACES
    limits: ClassVar[Limits] = Limits()
    folder: ClassVar[Path] = Path(__file__).parent

    @cached_property
    def inventory(self) -> Inventory:
        """Imported when somebody searches: half of what importing this module would cost."""
        from substrates.foofah.inventory.tables import inventory

        return inventory

    def attributes(self, options: FoofahOptions) -> frozenset[str]:
        return frozenset(ATTRIBUTES if options.split == "published" else (*ATTRIBUTES, "difficulty"))

    def cases(self, options: FoofahOptions, data: Path | None) -> CaseSet:
        if options.split == "published":
            return published.case_set(data, examples=options.examples, clean=options.clean)
        return _generated(options)

    def read_answer(self, text: str) -> Json:
        return reading.read_table(text)

    def read_program(self, text: str) -> str:
        return reading.read_program(text)

    def shape(self, value: Json) -> Json:
        return reading.shaped(value)

    def equal(self, left: Json, right: Json) -> bool:
        """Exact equality: every cell, every row, in order."""
        return bool(left == right)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        return feedback.describe(case, on_examples, problem)


def _generated(options: FoofahOptions) -> CaseSet:
    families = select(options.difficulty, options.operators)
    made = problems(families, seed=options.seed, count=options.count, records=options.examples)
    cases = tuple(_case(problem) for problem in made)
    return CaseSet(
        cases=cases, version=f"generated-{VERSION}-{_digest(cases)}", source=f"generated, seed {options.seed}"
    )


def _case(problem: Problem) -> Case:
    return Case(
        id=problem.id, family=problem.family.name, query=problem.query,
        examples=(Example(input=problem.example, output=run(problem.steps, problem.example)),),
        attributes={
            "examples": problem.records, "difficulty": problem.family.difficulty,
            "rows": len(problem.query), "columns": len(problem.query[0]),
        },
    )


def _digest(cases: tuple[Case, ...]) -> str:
    shown: list[tuple[str, Table, Table, Table]] = [
        (case.id, case.examples[0].input, case.examples[0].output, case.query) for case in cases
    ]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


substrate = FoofahSubstrate()
