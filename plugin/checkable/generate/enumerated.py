"""Programs that the substrate itself enumerates for a case: an inventory searched, no model asked.

A substrate may know how to write programs that fit the examples (``Substrate.programs``), for instance
chains of operators, shortest first. They cost no tokens and are labelled as enumerated. In the order of
their making the first is the simplest; in a random order none is favoured, as among a model's samples.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Literal

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class EnumeratedOptions:
    samples: int = option(16, "how many programs become candidates at most", minimum=1, maximum=1024)
    order: Literal["simplest", "random"] = option(
        "simplest", "simplest: as they are enumerated; random: drawn from the first 256 of them, in a random order",
        choices=("simplest", "random"))
    seed: int = option(0, "drives the random order", minimum=0)
    channel: str = option("enumerated", "the name of this channel in tables and reports")


@word("generator", "enumerated", options=EnumeratedOptions, asks_model=False)
def enumerated(case: Case, options: EnumeratedOptions, tools: Tools) -> list[Candidate]:
    """The substrate enumerates programs that fit the examples, without a model."""
    found = list(islice(tools.substrate.programs(case), options.samples if options.order == "simplest" else 256))
    if options.order == "random":
        Random(f"{options.seed}/enumerated/{case.id}").shuffle(found)
    return [Candidate(id=f"{options.channel}/{index}", channel=options.channel, kind="program", sample=index,
                      source=source, provenance="enumerated")
            for index, source in enumerate(found[:options.samples])]
