"""The bytecode substrate: questions in words, and the number that a program of the machine leaves.

It never imports ``answers``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import ClassVar

from substrates.bytecode.made import Problem, problems
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import VERSION

from checkable.core.case import Case, Example, Json
from checkable.substrate.contract import CaseSet
from checkable.substrate.whole_numbers import WholeNumbers


class Bytecode(WholeNumbers):
    name: ClassVar[str] = "bytecode"
    summary: ClassVar[str] = "answer everyday questions by a program of a small typed stack machine"
    options: ClassVar[type] = BytecodeOptions
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: BytecodeOptions) -> frozenset[str]:
        return frozenset(("domain", "length", "wording"))

    def cases(self, options: BytecodeOptions, data: Path | None) -> CaseSet:
        cases = tuple(_case(problem) for problem in problems(options))
        said = [(c.id, c.text, *(([e.output for e in c.examples], c.query) if c.examples else ())) for c in cases]
        digest = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"{VERSION}-{digest}", source=f"generated, seed {options.seed}")

    def shape(self, value: Json) -> Json:
        """A number, or a list of the outputs of an open question."""
        return [super(Bytecode, self).shape(one) for one in value] if isinstance(value, list) else super().shape(value)


def _case(problem: Problem) -> Case:
    """A family is one question, in whatever wordings. Of an open one an example is a batch of one input."""
    question = problem.question
    examples = tuple(Example(input=[given], output=[output]) for given, output in problem.shown)
    query = [given for given, _ in problem.asked] or None
    return Case(id=problem.id, family=question.id, examples=examples, query=query, text=problem.text,
                attributes={"domain": question.domain, "length": len(question.slots), "wording": problem.wording})


substrate = Bytecode()
