"""What no repair at all gets."""

from __future__ import annotations

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import NoOptions, word


@word("generator", "given-program", baseline="heuristic", asks_model=False)
def given_program(case: Case, options: NoOptions, tools: Tools) -> list[Candidate]:
    """The program that the case comes with, as it is."""
    return [Candidate(id="given-program/0", channel="given-program", kind="program",
                      source=tools.substrate.given_program(case), provenance="enumerated")]
