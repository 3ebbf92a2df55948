"""Do the machine's states teach, or would any second task beside the program?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import CompilerOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import word


def on_shuffled_states(learned: CompilerOptions, options: RetrainedOptions) -> CompilerOptions:
    if learned.echo is None:
        raise NothingToLearn("shuffled-states breaks what 'echo' teaches, and the arm says no echo")
    return replace(learned, echo=replace(learned.echo, labels="shuffled"), seeds=options.seeds)


@word("break", "shuffled-states", options=RetrainedOptions, learned=True, rewrites=on_shuffled_states)
def shuffled_states(cases: Sequence[CheckedCase], options: RetrainedOptions,
                    context: BreakContext) -> list[CheckedCase]:
    """Train again, every lesson with its own program and the machine's states of another one as long."""
    return list(cases)
