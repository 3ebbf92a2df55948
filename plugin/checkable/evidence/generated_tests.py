"""Tests that the model writes from what is visible, and which candidates pass them.

The template ``tests`` shows the case and asks for further examples, one a line: a JSON list of an input
and its output or, for functions, ``assert f(…) == value``. Every program is run on their inputs. Such a
test may be as wrong as any program:
``codet`` and ``b4`` weigh programs and tests against each other (CodeT, arXiv:2207.10397). Cost: one prompt
and up to ``max_tokens`` for each sample, once a case.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkable.core.candidate import CheckedCandidate, Payment
from checkable.core.case import Case, Example, Json
from checkable.evidence.asking import payment
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools
from checkable.generate.tools import ask as ask_sample
from checkable.substrate.contract import Substrate, Unreadable, WrongShape
from checkable.substrate.functions.calls import literal, of_node
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class GeneratedTestsOptions(SamplingOptions):
    template: str = option("tests", "the template that asks for further examples", file=TEMPLATES)
    most: int = option(10, "how many different tests are used at most, in the order they were written", minimum=1,
                       maximum=1000)


@word("evidence", "generated-tests", options=GeneratedTestsOptions)
def generated_tests(case: Case, candidates: Sequence[CheckedCandidate], options: GeneratedTestsOptions,
                    tools: Tools) -> tuple[CheckedCandidate, ...]:
    """Adds each program's verdicts on tests that the model wrote, and ``tests_passed``, their share."""
    if not candidates:
        return ()
    tests, paid = _written(case, options, tools)
    return tuple(_tested(checked, case, tests[:options.most], paid, tools) for checked in candidates)


def _written(case: Case, options: GeneratedTestsOptions, tools: Tools) -> tuple[list[Example], tuple[Payment, ...]]:
    """The distinct tests of all samples, and what the samples cost."""
    prompt = tools.render(options.template, None, case)
    tests: dict[str, Example] = {}
    paid: list[Payment] = []
    for index in range(options.samples):
        try:
            completion = ask_sample(tools, prompt, options, index)
        except Unreadable:
            break
        paid.append(payment(completion))
        for test in read_tests(completion.text, case, tools.substrate):
            tests.setdefault(json.dumps([test.input, test.output], sort_keys=True), test)
    return list(tests.values()), tuple(paid)


def read_tests(text: str, case: Case, substrate: Substrate) -> Iterator[Example]:
    """One test for each line that is one; other lines are passed over.

    Of a case of functions a test is an assert that one call equals a value written out; its input is the call
    as text, as the case's unlabelled inputs are. Else it is a JSON list of an input and an output.
    """
    for line in text.splitlines():
        try:
            test = _pair(line) if case.entry_point is None else _asserted(line, case.entry_point)
            if test is not None:
                given = substrate.shape(test[0]) if case.entry_point is None else test[0]
                yield Example(input=given, output=substrate.shape(test[1]))
        except (ValueError, SyntaxError, RecursionError, MemoryError, WrongShape):
            continue


def _pair(line: str) -> tuple[Json, Json] | None:
    pair = json.loads(line.strip().rstrip(","))
    return (pair[0], pair[1]) if isinstance(pair, list) and len(pair) == 2 else None


def _asserted(line: str, function: str) -> tuple[str, Json] | None:
    """The call and the value of ``assert f(…) == value``. Raises ValueError or SyntaxError for anything else."""
    statement = ast.parse(line.strip()).body
    test = statement[0].test if len(statement) == 1 and isinstance(statement[0], ast.Assert) else None
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.Eq):
        return None
    return (ast.unparse(test.left), literal(test.comparators[0])) if of_node(test.left).function == function else None


def _tested(checked: CheckedCandidate, case: Case, tests: Sequence[Example], paid: tuple[Payment, ...],
            tools: Tools) -> CheckedCandidate:
    charged = replace(checked, paid=(*checked.paid, *paid))
    source = checked.candidate.source
    if source is None or not tests:
        return charged
    seen = tools.run(case, source, [test.input for test in tests])
    verdicts = tuple(bool(o.ok and tools.substrate.equal(o.value, t.output)) for o, t in zip(seen, tests, strict=True))
    evidence = {**checked.evidence, "tests_passed": sum(verdicts) / len(verdicts)}
    return replace(charged, on_tests=verdicts, evidence=evidence)
