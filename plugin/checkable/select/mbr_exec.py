"""Minimum Bayes risk over executions: the candidate that agrees most with all others.

Where clusters ask for identical behaviour, this counts agreement input by input, so that a program that
differs from the crowd on one input in eight still gets credit for seven. It is MBR-EXEC of Shi, Fried,
Ghazvininejad, Zettlemoyer and Wang (EMNLP 2022, arXiv:2204.11454), with the held-out and the
unlabelled inputs as its test inputs. Costs no tokens, but executions on the unlabelled inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import CheckedCandidate
from checkable.select.behaviour import Behaviour, behaviour, highest
from checkable.select.context import SelectContext
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class MbrExecOptions:
    loss: Literal["soft", "hard"] = option(
        "soft", "soft: agreement counts input by input; hard: only where all inputs agree", choices=("soft", "hard"))


@word("selector", "mbr-exec", options=MbrExecOptions, baseline="heuristic")
def mbr_exec(candidates: Sequence[CheckedCandidate], options: MbrExecOptions,
             context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidates whose outputs on held-out and unlabelled inputs agree most with those of all others."""
    running = [checked for checked in candidates if checked.on_query.ok]
    made = [behaviour(checked) for checked in running]
    scores = _hard(made) if options.loss == "hard" else _soft(made)
    return highest(running, scores)


def _hard(made: Sequence[Behaviour]) -> list[float]:
    count = Counter(made)
    return [float(count[one]) for one in made]


def _soft(made: Sequence[Behaviour]) -> list[float]:
    """For each behaviour, summed over inputs, how many have the same output there; a failure agrees with nobody."""
    at: Counter[tuple[int, str | None]] = Counter(place for one in made for place in enumerate(one))
    return [float(sum(at[place] for place in enumerate(one) if place[1] is not None)) for one in made]
