"""A one-line heuristic for tasks in words."""

from __future__ import annotations

import re

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import NoOptions, word


@word("generator", "last-operand", baseline="heuristic", asks_model=False)
def last_operand(case: Case, options: NoOptions, tools: Tools) -> list[Candidate]:
    """The last number of the text but one: of a text that ends with a modulus, the last operand."""
    numbers = [int(found) for found in re.findall(r"\d+", case.text)]
    known = {"id": "last-operand/0", "channel": "last-operand", "kind": "answer", "provenance": "enumerated"}
    if len(numbers) < 2:
        return [Candidate(**known, parse_error="the text has no two numbers")]
    return [Candidate(**known, value=numbers[-2], text=str(numbers[-2]))]
