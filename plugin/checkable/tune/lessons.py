"""What a policy is taught: a substrate's own prompts, each with a program that agrees with everything visible.

The programs are those that the substrate enumerates (``Substrate.programs``), the simplest that fits the case's
examples: it was executed, and no answer was looked at. Whether it is right on the held-out input nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from checkable.core.completion import Message
from checkable.substrate import prompts
from checkable.substrate.contract import Substrate


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A chat and what is to be said next."""

    messages: tuple[Message, ...]
    program: str


class NothingToTeach(ValueError):
    """A substrate that enumerates no program for the cases asked for; the message says which."""


def lessons(substrate: Substrate, options: Any, data: Path | None, *, template: str, count: int,
            longest: int) -> list[Lesson]:
    """``count`` lessons at most, of programs of at most ``longest`` characters. Raises NothingToTeach."""
    found = list(islice(_all(substrate, options, data, template, longest), count))
    if not found:
        raise NothingToTeach(f"substrate {substrate.name!r} enumerates no program of at most {longest} characters for "
                             f"these cases; text does")
    return found


def _all(substrate: Substrate, options: Any, data: Path | None, template: str, longest: int) -> Iterator[Lesson]:
    loaded = prompts.load(substrate.folder / "prompts", template)
    for case in substrate.cases(options, data).cases:
        program = next(iter(substrate.programs(case)), None)
        if program is not None and len(program) <= longest:
            yield Lesson(messages=prompts.render(loaded, case=case).messages, program=program)
