"""Is it the trace that the verifier reads, or would its steps in any order do?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import CompilerOptions
from checkable.generate.trace_verifier import TraceVerifierOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import word


def on_shuffled_steps(learned: CompilerOptions, options: RetrainedOptions) -> CompilerOptions:
    """Raises NothingToLearn for an arm that reads no trace."""
    if not isinstance(learned, TraceVerifierOptions):
        raise NothingToLearn("the break 'shuffled-steps' is of an arm whose generator is a trace-verifier")
    return replace(learned, reads="shuffled-steps", seeds=options.seeds)


@word("break", "shuffled-steps", options=RetrainedOptions, learned=True, rewrites=on_shuffled_steps)
def shuffled_steps(cases: Sequence[CheckedCase], options: RetrainedOptions,
                   context: BreakContext) -> list[CheckedCase]:
    """Train the arm's verifier again on traces whose steps stand in another order, and let it judge such ones."""
    return list(cases)
