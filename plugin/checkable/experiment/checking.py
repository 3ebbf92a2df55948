"""Executing candidates on visible evidence, once each, and comparing outside the child."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checkable.core.candidate import Candidate, CheckedCandidate, Observation, Outcome
from checkable.core.case import Case, Example, Json
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.many import in_order
from checkable.experiment.testing import Tested, Tester
from checkable.search.programs import is_composition, observe
from checkable.substrate.contract import Substrate, WrongShape
from checkable.substrate.functions.calls import read_call

Exact = Callable[[Mapping[str, Any], Any], Json]  # a program for an exact machine and an example's input: its output


def _no_machine(structure: Mapping[str, Any], data: Any) -> Json:
    raise LookupError("there is no exact machine here")


class InfrastructureFailure(RuntimeError):
    """The sandbox failed, not the program: no verdict can be given."""


class Checker:
    """Runs programs of one experiment in the sandbox and remembers what each did on each input."""

    def __init__(self, substrate: Substrate, namespace: Namespace, limits: Limits, sandbox: Any,
                 exact: Exact = _no_machine) -> None:
        self.substrate, self.namespace, self.limits, self.sandbox = substrate, namespace, limits, sandbox
        self._exact = exact
        self._seen: dict[tuple[str, str], Observation] = {}
        self._lock = threading.Lock()
        self._tester = Tester(namespace, limits, sandbox, self._shaped)

    def check(self, case: Case, candidate: Candidate) -> CheckedCandidate:
        """The candidate on its case: each example, the held-out input, and the inputs without a label."""
        if candidate.kind == "answer":
            on_examples = self._by_machine(candidate, case.examples)
            return CheckedCandidate(candidate=candidate, on_examples=on_examples, on_query=self._read(candidate),
                                    passes=self._passes(on_examples, case.examples) if on_examples else None,
                                    evidence=dict(candidate.scores))
        if candidate.source is None:
            refused = Observation(outcome=Outcome.REFUSED, error=candidate.parse_error or "no program")
            on_examples = tuple(refused for _ in case.tests or case.examples)
            return CheckedCandidate(candidate=candidate, on_examples=on_examples, on_query=refused, passes=False,
                                    evidence=dict(candidate.scores))
        if case.entry_point is not None:
            return _tested(candidate, self._tester.test(case, candidate.source))
        shown = len(case.examples)
        seen = self.run(case, candidate.source, [*(e.input for e in case.examples), case.query, *case.unlabelled])
        return CheckedCandidate(candidate=candidate, on_examples=tuple(seen[:shown]), on_query=seen[shown],
                                on_unlabelled=tuple(seen[shown + 1:]), passes=self._passes(seen[:shown], case.examples),
                                evidence=dict(candidate.scores))

    def recheck(self, checked: CheckedCandidate, case: Case, shown: Case) -> CheckedCandidate:
        """A candidate of ``case`` against the examples or tests of ``shown``; its run on the held-out input stays."""
        source = checked.candidate.source
        if checked.on_examples and checked.candidate.kind == "answer":
            seen = self._by_machine(checked.candidate, shown.examples)
            return replace(checked, on_examples=seen, passes=self._passes(seen, shown.examples))
        if source is None:
            return checked
        if case.entry_point is not None:
            against = self._tester.test_against(case, source, shown)
            return replace(checked, on_examples=against.on_tests, passes=against.passes)
        on_examples = self.run(case, source, [e.input for e in shown.examples])
        return replace(checked, on_examples=tuple(on_examples), passes=self._passes(on_examples, shown.examples))

    def _by_machine(self, candidate: Candidate, examples: Sequence[Example]) -> tuple[Observation, ...]:
        """The runs of a program for the substrate's exact machine on the inputs of examples; none without either."""
        if not isinstance(candidate.structure, Mapping):
            return ()
        outputs = [self._exact(candidate.structure, example.input) for example in examples]
        return tuple(Observation(outcome=Outcome.REFUSED, error="the program leaves no answer") if one is None else
                     self._shaped(Observation(outcome=Outcome.OK, value=one)) for one in outputs)

    def again(self, work: Sequence[tuple[Case, str]]) -> list[list[Observation]]:
        """What each program does on its case's held-out and unlabelled inputs, over all of the sandbox's workers."""
        def one(item: tuple[Case, str]) -> list[Observation]:
            case, source = item
            if case.entry_point is None:
                return self.run(case, source, [case.query, *case.unlabelled])
            tested = self._tester.test(case, source)
            return [tested.on_query, *tested.on_unlabelled]

        return list(in_order(one, work, self.sandbox.workers))

    def run(self, case: Case, source: str, inputs: Sequence[Json]) -> list[Observation]:
        """One observation per input (a call as text in a case with tests), in the substrate's canonical form.

        Raises InfrastructureFailure.
        """
        if case.entry_point is not None:
            return self._tester.run(case, source, [read_call(str(text)) for text in inputs])
        keys = [(source, json.dumps(value, sort_keys=True)) for value in inputs]
        with self._lock:
            known = [self._seen.get(key) for key in keys]
        if all(observation is not None for observation in known):
            return [observation for observation in known if observation is not None]
        fresh = [self._shaped(o) for o in self._executed(source, list(inputs))]
        with self._lock:
            self._seen.update(zip(keys, fresh, strict=True))
        return fresh

    def _executed(self, source: str, inputs: Sequence[Json]) -> Sequence[Observation]:
        """A composition of the substrate's own operators runs here, everything else in the sandbox."""
        if is_composition(source) and self.substrate.inventory is not None:
            return observe(self.substrate.inventory, source, inputs)
        return self.sandbox.run(self.program(source), inputs)

    def program(self, source: str) -> Program:
        return Program(source=source, entry_point=self.substrate.entry_point,
                       namespace=self.namespace, limits=self.limits)

    def _read(self, candidate: Candidate) -> Observation:
        if candidate.parse_error is not None:
            return Observation(outcome=Outcome.REFUSED, error=candidate.parse_error)
        return self._shaped(Observation(outcome=Outcome.OK, value=candidate.value))

    def _shaped(self, observation: Observation) -> Observation:
        if observation.outcome is Outcome.INFRASTRUCTURE:
            raise InfrastructureFailure(observation.error)
        if not observation.ok:
            return observation
        try:
            return replace(observation, value=self.substrate.shape(observation.value))
        except WrongShape as error:
            return replace(observation, outcome=Outcome.WRONG_SHAPE, value=None, error=str(error))

    def _passes(self, observations: Sequence[Observation], examples: Sequence[Example]) -> bool:
        return all(o.ok and self.substrate.equal(o.value, self.substrate.shape(e.output))
                   for o, e in zip(observations, examples, strict=True))


def _tested(candidate: Candidate, tested: Tested) -> CheckedCandidate:
    return CheckedCandidate(candidate=candidate, on_examples=tested.on_tests, on_query=tested.on_query,
                            on_unlabelled=tested.on_unlabelled, passes=tested.passes, evidence=dict(candidate.scores))
