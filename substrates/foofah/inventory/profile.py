"""How unlike the visible output another output is: width, kinds of cells by column, emptiness, provenance."""

from __future__ import annotations

from checkable.core.case import Case, Json


def implausibility(case: Case, output: Json) -> float:
    return 0.0
