"""What can go wrong in training, each with a message that says what to change. Imports nothing heavy."""

from __future__ import annotations


class TrainingFailed(RuntimeError):
    """A training that did not end; the message says where, why, and what to change."""


class LossIsNaN(TrainingFailed):
    """The loss is no number any more."""


class MissingGradients(TrainingFailed):
    """Something that should be trained got no gradient, so that training would change nothing."""


class OutOfMemory(TrainingFailed):
    """The machine's memory does not hold this training."""


class NotInstalled(TrainingFailed):
    """A library that this training needs is not here."""
