"""What substrates share whose answer is one whole number, and whose cases are a text without worked examples.

A program that a model writes is Python: a function ``compute()`` without arguments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from checkable.core.candidate import Observation
from checkable.core.case import Case, Json
from checkable.core.execution import Namespace
from checkable.substrate.contract import Substrate, Unreadable, WrongShape

_FENCED = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)


class WholeNumbers(Substrate):
    """Everything of the contract but the cases, their options and where they lie."""

    entry_point: ClassVar[str] = "compute"
    namespaces: ClassVar[Mapping[str, Namespace]] = {"standard": Namespace(name="standard")}

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
