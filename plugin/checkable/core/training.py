"""What something that was learned says of how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ScoredAt = Literal["last step", "best on validation", "mean of several steps"]


@dataclass(frozen=True, kw_only=True)
class Round:
    """One round of expert iteration, before optimiser step ``step``. Programs are distinct ones of a prompt.

    What is right is judged by held-out inputs of the prompts, and told without deciding anything.
    """

    step: int
    prompts: int
    found: int  # prompts for which a sampled program agrees with the examples
    kept: int  # programs that are trained on from now on, one a prompt
    right: int  # of those kept
    tried: int  # programs that were sampled and run
    wrong: int  # of those tried
    passed: int  # of those wrong: agree with the examples all the same


@dataclass(frozen=True, kw_only=True)
class Training:
    """One training run behind a learned word of a spec.

    ``texts`` are the visible parts of everything it was trained on, each as ``core.case.visible_text``
    writes a case, so that they can be compared with the cases of an evaluation. ``scored_at`` says
    which step's weights are used.

    ``rounds`` are those of expert iteration. ``losses`` are (step, mean loss since the one before), ``scores`` (step,
    accuracy on validation lessons) and
    ``chosen`` the step whose weights are used. ``key`` names the artefact; ``seconds`` are of the processor where it
    was trained on one.
    """

    seed: int
    texts: tuple[str, ...]
    scored_at: ScoredAt
    key: str = ""
    chosen: int | None = None
    losses: tuple[tuple[int, float], ...] = ()
    scores: tuple[tuple[int, float], ...] = ()
    parameters: int | None = None
    seconds: float | None = None
    device: str = ""
    rounds: tuple[Round, ...] = ()
