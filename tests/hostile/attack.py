"""What a hostile program is: its source, and what must be seen of it where it is contained.

To add one, write an ``Attack`` into the file of its kind: ``forging``, ``stealing``, ``exhausting``,
``escaping`` or ``poisoning``. Its function is ``f``; it is called with 3, and ``ANSWER``, which it is never told,
would be right. Every grader that is compared with ours gets the same sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checkable.core.candidate import Outcome

QUESTION = 3
ANSWER = "sesame-17-4"

OK, WRONG_SHAPE, EXCEPTION, TIMEOUT, MEMORY, OUTPUT, KILLED, REFUSED = (
    Outcome.OK, Outcome.WRONG_SHAPE, Outcome.EXCEPTION, Outcome.TIMEOUT, Outcome.MEMORY, Outcome.OUTPUT,
    Outcome.KILLED, Outcome.REFUSED)


@dataclass(frozen=True)
class Attack:
    """``seen`` is the outcome, or several where the interpreter decides; ``said`` is a pattern of what is said of it.

    ``value`` is what it returns where it is seen as OK. ``unguarded``: other graders would let it harm the machine,
    so they are not given it. ``machine``: the only architecture on which it means anything.
    """

    name: str
    seen: Outcome | tuple[Outcome, ...]
    said: str
    source: str
    value: Any = None
    unguarded: bool = False
    machine: str = ""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self.seen if isinstance(self.seen, tuple) else (self.seen,)


def returning(name: str, value: Any, source: str, *, unguarded: bool = False, machine: str = "") -> Attack:
    """An attack that runs to its end and gets nothing for it but ``value``."""
    return Attack(name, OK, "", source, value, unguarded, machine)
