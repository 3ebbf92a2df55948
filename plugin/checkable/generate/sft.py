"""Supervised fine-tuning of a language model: it writes the program as text, where compilers fill slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import OneStageOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.learn.recipe import Labels
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class SftOptions(OneStageOptions):
    """The whole model is trained, or with ``lora`` adapters on it."""

    slots: int = option(16, "instructions of the longest program that can be written", minimum=1, maximum=256)
    labels: Labels = option("gold", "shuffled: every text with the program of another")
    constrained: bool = option(False, "write within the grammar of programs: no text that is none can come out")
    readout: ClassVar[str] = "text"
    layers: ClassVar[int] = 0
    frozen: ClassVar[bool] = False
    iteration: ClassVar[None] = None
    draw: ClassVar[None] = None


@word("generator", "sft", options=SftOptions, learned=True, training=trainings)
def sft(case: Case, options: SftOptions, tools: Tools) -> list[Candidate]:
    """A language model fine-tuned on gold programs writes one as text, which the exact machine reads and runs."""
    return compiled(case, options, tools)
