"""What guessing gets."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import required, word


@dataclass(frozen=True, kw_only=True)
class RandomNumberOptions:
    below: int = required("every whole number from 0 up to here, without it, is as likely", minimum=1)


@word("generator", "random-number", options=RandomNumberOptions, baseline="random", asks_model=False)
def random_number(case: Case, options: RandomNumberOptions, tools: Tools) -> list[Candidate]:
    """A number drawn at random for each case."""
    drawn = int(Random(f"random-number/{case.id}").random() * options.below)
    return [Candidate(id="random-number/0", channel="random-number", kind="answer", value=drawn, text=str(drawn),
                      provenance="enumerated")]
