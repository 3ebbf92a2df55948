"""Does the arm learn what its labels say, or would any training of this length do?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import TrainedOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import word


def on_shuffled_labels(learned: TrainedOptions, options: RetrainedOptions) -> TrainedOptions:
    if "labels" not in {field.name for field in fields(learned)}:
        raise NothingToLearn("shuffled-labels breaks the labels of all lessons, and the arm learns in another way")
    return replace(learned, labels="shuffled", seeds=options.seeds)


@word("break", "shuffled-labels", options=RetrainedOptions, learned=True, rewrites=on_shuffled_labels)
def shuffled_labels(cases: Sequence[CheckedCase], options: RetrainedOptions,
                    context: BreakContext) -> list[CheckedCase]:
    """Train the arm again, every lesson's text with the labels of another lesson as long."""
    return list(cases)
