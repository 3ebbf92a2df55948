"""What guessing a repair gets."""

from __future__ import annotations

from random import Random

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import NoOptions, word


@word("generator", "random-edit", baseline="random", asks_model=False)
def random_edit(case: Case, options: NoOptions, tools: Tools) -> list[Candidate]:
    """One of the programs that are one edit from the given one, drawn at random for each case."""
    edits = list(tools.substrate.edits(case))
    return [Candidate(id="random-edit/0", channel="random-edit", kind="program", provenance="enumerated",
                      source=edits[int(Random(f"random-edit/{case.id}").random() * len(edits))])]
