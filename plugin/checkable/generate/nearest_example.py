"""A one-line heuristic for problems whose query is a list of numbers, each example a batch of one."""

from __future__ import annotations

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import NoOptions, word


@word("generator", "nearest-example", baseline="heuristic", asks_model=False)
def nearest_example(case: Case, options: NoOptions, tools: Tools) -> list[Candidate]:
    """For every input the output of the shown input that is nearest to it, without reading the question."""
    known = {"id": "nearest-example/0", "channel": "nearest-example", "kind": "answer", "provenance": "enumerated"}
    if not case.examples:
        return [Candidate(**known, parse_error="the case shows no example")]
    pairs = [(example.input[0], example.output[0]) for example in case.examples]
    value = [min(pairs, key=lambda pair: abs(pair[0] - given))[1] for given in case.query]
    return [Candidate(**known, value=value, text=str(value))]
