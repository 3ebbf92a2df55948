"""The trace-repair substrate: a wrong program, what it makes of visible cases, and what it should make of hidden ones.

It never imports ``answers``. An example is a batch of one input and its output, the query a batch of eighteen; a
program is right on all of them or wrong.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from substrates.trace_repair import expressions, language
from substrates.trace_repair.edits import edits
from substrates.trace_repair.evaluated import PROGRAM, case_of, evaluated
from substrates.trace_repair.made import VERSION
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.published import SHA256, Published, published

from checkable.core.candidate import Observation
from checkable.core.case import Case, Example, Json
from checkable.core.execution import Namespace
from checkable.substrate.contract import CaseSet, NoGivenProgram, Substrate, Unreadable, WrongShape


class TraceRepair(Substrate):
    name: ClassVar[str] = "trace-repair"
    summary: ClassVar[str] = "repair a program over lists from what it computes and what it should"
    options: ClassVar[type] = TraceRepairOptions
    entry_point: ClassVar[str] = "repaired"
    namespaces: ClassVar[Mapping[str, Namespace]] = {"standard": Namespace(name="standard")}
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: TraceRepairOptions) -> frozenset[str]:
        return frozenset((PROGRAM,)) if options.split == "published" else frozenset((PROGRAM, "steps", "wording"))

    def cases(self, options: TraceRepairOptions, data: Path | None) -> CaseSet:
        if options.split == "published":
            return CaseSet(cases=tuple(map(_published, published(data))), version=SHA256[:16], source="published")
        cases = tuple(case_of(one, options.evidence) for one in evaluated(options))
        shown = json.dumps([(c.id, c.text, [[e.input, e.output] for e in c.examples], c.query) for c in cases])
        digest = hashlib.sha256(shown.encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"{VERSION}-{digest}", source=f"generated, seed {options.seed}")

    def programs(self, case: Case) -> Iterator[str]:
        """The programs one edit away that fit every visible case."""
        for source, program in ((language.python(one), one) for one in self._edits(case)):
            if all(language.run(program, e.input[0]) == e.output[0] for e in case.examples):
                yield source

    def given_program(self, case: Case) -> str:
        """The wrong program that the case is about."""
        return self.read_program(str(case.attributes[PROGRAM]))

    def edits(self, case: Case) -> Iterator[str]:
        """The programs one edit away, whether they fit or not."""
        return map(language.python, self._edits(case))

    def _edits(self, case: Case) -> Iterator[language.Program]:
        if "steps" not in case.attributes:
            raise NoGivenProgram("the language of the published programs has edits without number")
        return edits(language.read(str(case.attributes[PROGRAM])))

    def read_answer(self, text: str) -> Json:
        """The outputs as a JSON list, whatever stands around it."""
        start, end = text.find("["), text.rfind("]")
        try:
            return self.shape(json.loads(text[start : end + 1]) if start >= 0 else None)
        except (json.JSONDecodeError, WrongShape, RecursionError) as error:
            raise Unreadable(f"expected a JSON list of outputs: {error}") from error

    def read_program(self, text: str) -> str:
        """The first line that is not empty: a program of the language, or a prefix expression with what follows."""
        first = next((line.strip("` ") for line in text.splitlines() if line.strip("` ")), "")
        try:
            if first[:1] in ("(", '"') or len(first.split()) == 1 and first not in language.STEPS:
                return expressions.python(text)
            return language.python(language.read(first))
        except (language.NotAProgram, expressions.NotAnExpression) as error:
            raise Unreadable(f"no program: {error}") from error

    def shape(self, value: Json) -> Json:
        if not isinstance(value, list) or not all(isinstance(one, (int, str)) for one in value):
            raise WrongShape("expected a list of numbers and words")
        return value

    def equal(self, left: Json, right: Json) -> bool:
        return bool(left == right)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        if problem is not None:
            return f"There was no program to run: {problem}."
        for example, seen in zip(case.examples, on_examples, strict=True):
            if not seen.ok:
                return f"For {json.dumps(example.input[0])} it failed with {(seen.error or seen.outcome.value)[:200]}."
            if seen.value != example.output:
                return (f"For {json.dumps(example.input[0])} it returned {json.dumps(seen.value)[:200]}; expected is "
                        f"{json.dumps(example.output)}.")
        return "It reproduced the cases, so nothing is known to be wrong."


def _published(one: Published) -> Case:
    return Case(
        id=one.id, family=one.family, query=[given for given, _ in one.hidden], text=one.text,
        examples=tuple(Example(input=[given], output=[want]) for given, want, _ in one.visible),
        attributes={PROGRAM: one.wrong})


substrate = TraceRepair()
