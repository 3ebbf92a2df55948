"""What is said of a claim from more than one run: over the seeds of one experiment, and over all claims of a ledger.

Neither decides a status. Must not know what people wrote beyond the claim's arm, base and measure.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checkable.core.claims import Claim, Evidence, OverSeeds, Standing
from checkable.core.outcomes import Outcomes
from checkable.ledger.contrasts import SEED, rows
from checkable.ledger.reading import Entry
from checkable.measure.corrections import benjamini_hochberg
from checkable.measure.seeds import difference


def over_seeds(claim: Claim, counted: Iterable[Evidence], entries: Mapping[str, Entry]) -> tuple[OverSeeds, ...]:
    """For every experiment with several seeds that count: arm minus base, with an interval over seeds and cases.

    Seeds are those of several runs, of trainings within a run, or both. ``entries`` are the ledger's runs by their ids.
    Only runs on the same cases are taken together. Nothing for a claim that criteria decide.
    """
    together: dict[tuple[Any, ...], dict[int | None, Entry]] = defaultdict(dict)
    for each in counted:
        if each.contrasts:
            entry = entries[each.run_id]
            together[*entry.but_for_the_seed, entry.outcomes.cases][each.seed] = entry
    made = (_over_seeds(claim, [entry.outcomes for entry in of.values()], place[0]) for place, of in together.items())
    return tuple(each for each in made if each is not None)


def _over_seeds(claim: Claim, runs: Sequence[Outcomes], experiment: str) -> OverSeeds | None:
    arms, bases = ([_floats(rows(claim, name, run)) for run in runs] for name in (claim.arm, claim.base))
    if all(len(of_run) == 1 for of_run in (*arms, *bases)):  # a seed a run, which both sides share: they are paired
        values = [[a - b for a, b in zip(arm, base, strict=True)] for (arm,), (base,) in zip(arms, bases, strict=True)]
        against = []
    else:
        values, against = ([row for of_run in side for row in of_run] for side in (arms, bases))
    seeds = max(len(values), len(against))
    if seeds < 2:
        return None
    return OverSeeds(experiment=experiment, seeds=seeds, cases=len(runs[0].cases),
                     difference=difference(values, against, runs[0].families, SEED))


def _floats(columns: Sequence[Sequence[bool]]) -> list[list[float]]:
    return [[float(right) for right in column] for column in columns]


def with_q_values(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The same standings, each p with its q over all of them."""
    having = [i for i, s in enumerate(standings) if s.p_value is not None]
    q_values = dict(zip(having, benjamini_hochberg([standings[i].p_value or 0.0 for i in having]), strict=True))
    return tuple(dataclasses.replace(s, q_value=q_values.get(i)) for i, s in enumerate(standings))
