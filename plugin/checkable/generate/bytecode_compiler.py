"""A typed program for a stack machine: written at once by a decoder over what a backbone reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class BytecodeOptions(CompilerOptions):
    """The options of a compiler with the defaults of the published bytecode runs."""

    slots: int = option(16, "slots of the longest program that can be written", minimum=1, maximum=256)
    readout: Literal["slots", "decoder"] = option(
        "decoder", "what fills slots: queries behind the text in the backbone itself, or a decoder over its states")


@word("generator", "bytecode-compiler", options=BytecodeOptions, learned=True, training=trainings)
def bytecode_compiler(case: Case, options: BytecodeOptions, tools: Tools) -> list[Candidate]:
    """A trained decoder writes typed bytecode, which an exact machine runs; a mask keeps every program valid."""
    return compiled(case, options, tools)
