"""A random baseline for problems whose query is a list of inputs, each example a batch of one."""

from __future__ import annotations

from random import Random

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import NoOptions, word


@word("generator", "random-example", baseline="random", asks_model=False)
def random_example(case: Case, options: NoOptions, tools: Tools) -> list[Candidate]:
    """For every input the output of a random example, without reading the question."""
    known = {"id": "random-example/0", "channel": "random-example", "kind": "answer", "provenance": "enumerated"}
    if not case.examples:
        return [Candidate(**known, parse_error="the case shows no example")]
    random = Random(f"random-example/{case.id}")
    value = [case.examples[int(random.random() * len(case.examples))].output[0] for _ in case.query]
    return [Candidate(**known, value=value, text=str(value))]
