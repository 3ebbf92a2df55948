"""The operator inventory: inputs and outputs of a hidden program over lists of numbers.

It never imports ``answers`` or ``labels``. An example is a batch of one input and its output, the query
a batch of eighteen; a program takes a batch and returns as many outputs, and is right on all or wrong.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from substrates.operator_inventory.inventory import OperatorInventory, inventory
from substrates.operator_inventory.made import VERSION, Target, targets
from substrates.operator_inventory.operators import NAMES
from substrates.operator_inventory.options import InventoryOptions

from checkable.core.candidate import Observation
from checkable.core.case import Case, Example, Json
from checkable.core.execution import Namespace
from checkable.search.inventory import Inventory
from checkable.substrate.contract import CaseSet, Substrate, Unreadable, WrongShape

_FENCE = re.compile(r"```(?:python|py)?\s*\n?(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)


class OperatorInventorySubstrate(Substrate):
    name: ClassVar[str] = "operator-inventory"
    summary: ClassVar[str] = "find the operator of an inventory that a hidden program over lists applies"
    options: ClassVar[type] = InventoryOptions
    entry_point: ClassVar[str] = "transform"
    namespaces: ClassVar[Mapping[str, Namespace]] = {
        "standard": Namespace(name="standard", preload={"math": "math"},
                              modules=("math", "itertools", "functools", "operator", "collections", "statistics")),
    }
    folder: ClassVar[Path] = Path(__file__).parent
    inventory = inventory

    def attributes(self, options: InventoryOptions) -> frozenset[str]:
        return frozenset(("library", "operators"))

    def inventory_for(self, case: Case) -> Inventory:
        """As many operators as the case's inventory has, and programs of as many as its target."""
        return OperatorInventory(NAMES[: int(case.attributes["library"])], int(case.attributes["operators"]))

    def cases(self, options: InventoryOptions, data: Path | None) -> CaseSet:
        cases = tuple(_case(target, options.unlabelled) for target in targets(options))
        shown = json.dumps([(c.id, [[e.input, e.output] for e in c.examples], c.query, c.unlabelled) for c in cases])
        digest = hashlib.sha256(shown.encode()).hexdigest()[:16]
        return CaseSet(cases=cases, version=f"operators-{VERSION}-{digest}", source=f"generated, seed {options.seed}")

    def read_answer(self, text: str) -> Json:
        start, end = text.find("["), text.rfind("]")
        try:
            return self.shape(json.loads(text[start : end + 1]) if start >= 0 else None)
        except (json.JSONDecodeError, WrongShape, RecursionError) as error:
            raise Unreadable(f"expected a JSON list of outputs: {error}") from error

    def read_program(self, text: str) -> str:
        fence = _FENCE.search(text)
        source = (fence.group(1) if fence else text).strip()
        if "def transform" not in source:
            raise Unreadable("no function transform(inputs) is defined")
        return source

    def shape(self, value: Json) -> Json:
        if not isinstance(value, list):
            raise WrongShape(f"expected a list of outputs, got a value of type {type(value).__name__}")
        return [str(output) for output in value]

    def equal(self, left: Json, right: Json) -> bool:
        return bool(left == right)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        if problem is not None:
            return f"There was no program to run: {problem}."
        for example, seen in zip(case.examples, on_examples, strict=True):
            if not seen.ok:
                return f"For {json.dumps(example.input)} it failed with {(seen.error or seen.outcome.value)[:200]}."
            if seen.value != example.output:
                told = json.dumps(seen.value)[:200]
                return f"For {json.dumps(example.input)} it returned {told}; expected is {json.dumps(example.output)}."
        return "It reproduced the examples, so nothing is known to be wrong."


def _case(target: Target, unlabelled: int) -> Case:
    return Case(
        id=target.id, family=target.family, query=[dict(given) for given in target.hidden],
        examples=tuple(Example(input=[dict(given)], output=[target.output(given)]) for given in target.shown),
        unlabelled=tuple([dict(given)] for given in target.pool[:unlabelled]),
        attributes={"library": target.library, "operators": len(target.operators)},
    )


substrate = OperatorInventorySubstrate()
