"""A program in latent slots: read whole, written at once, run exactly."""

from __future__ import annotations

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.vocabulary import word


@word("generator", "latent-compiler", options=CompilerOptions, learned=True, training=trainings)
def latent_compiler(case: Case, options: CompilerOptions, tools: Tools) -> list[Candidate]:
    """A trained encoder fills slots of a program, which an exact machine runs: no beam, no emitted tokens."""
    return compiled(case, options, tools)
