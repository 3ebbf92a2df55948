"""The parts of the substrate contract that all substrates of Python functions fill alike."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import ClassVar

from checkable.core.candidate import Observation
from checkable.core.case import Case, Json
from checkable.core.execution import Limits, Namespace
from checkable.substrate.contract import Substrate, Unreadable
from checkable.substrate.functions import feedback, programs, values
from checkable.substrate.functions.calls import literal

STANDARD = Namespace(name="standard", modules=(
    "array", "bisect", "calendar", "cmath", "collections", "copy", "datetime", "decimal", "fractions", "functools",
    "hashlib", "heapq", "itertools", "json", "math", "numbers", "operator", "os", "random", "re", "statistics",
    "string", "sys", "textwrap", "time", "types", "typing", "unicodedata"))


class FunctionSubstrate(Substrate):
    """Cases that name an ``entry_point``. Programs may import the modules of ``STANDARD``.

    ``os`` reaches nothing in the sandbox, and is there because reference solutions import it.
    """

    entry_point: ClassVar[str] = ""  # each case says its own
    namespaces: ClassVar[Mapping[str, Namespace]] = {"standard": STANDARD}
    limits: ClassVar[Limits] = Limits(cpu_seconds=2.0, wall_seconds=20.0)

    def read_answer(self, text: str) -> Json:
        """A value written out in Python, for evidence that asks a model for one. Raises Unreadable."""
        try:
            return values.as_text(literal(ast.parse(text.strip(), mode="eval").body))
        except (ValueError, SyntaxError) as error:
            raise Unreadable(f"expected one Python value, got {text.strip()[:40]!r}") from error

    def read_program(self, text: str) -> str:
        return programs.read_program(text)

    def shape(self, value: Json) -> Json:
        return values.as_text(value)

    def equal(self, left: Json, right: Json) -> bool:
        return bool(left == right)

    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        return feedback.describe(case, on_examples, problem)
