"""How far one phase of an experiment is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Progress:
    """``done`` of ``total`` items, of which ``at_once`` are worked on side by side.

    ``completions`` is how many completions the phase has had so far, from an engine or a pool; None
    where it asks for none. How many there will be is not known: what a repair shows decides on the next.
    ``detail`` is one more thing to tell beside the numbers, such as a loss; "" where there is none.
    ``waiting`` says what all of it waits for, an engine that starts; "" where nothing does.
    """

    phase: str
    done: int
    total: int
    at_once: int = 1
    completions: int | None = None
    detail: str = ""
    waiting: str = ""
