"""Sample until something passes: the cheapest way to spend a budget of samples.

Programs are sampled one after the other, and sampling stops at the first that passes every visible
example. The completions are those that ``program`` with as many samples would make, so that both can be
compared on one pool; only the tokens up to the stop are spent.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.program import ProgramOptions, repair_loop
from checkable.generate.tools import Tools
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class SequentialGateOptions(ProgramOptions):
    samples: int = option(8, "how many programs are sampled at most", minimum=1, maximum=1024)


@word("generator", "sequential-gate", options=SequentialGateOptions)
def sequential_gate(case: Case, options: SequentialGateOptions, tools: Tools) -> list[Candidate]:
    """The model writes programs until one passes every visible example, at most N; what comes after is never asked."""
    prompt = tools.render(options.template, options.prompt, case)
    made: list[Candidate] = []
    for index in range(options.samples):
        made.append(repair_loop(case, prompt, index, options, tools))
        if tools.check(case, made[-1]).passes:
            break
    return made
