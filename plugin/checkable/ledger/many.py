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
from checkable.core.scored import Estimate
from checkable.ledger.contrasts import SEED, columns
from checkable.ledger.reading import Entry
from checkable.measure import two_level
from checkable.measure.corrections import benjamini_hochberg


def over_seeds(claim: Claim, counted: Iterable[Evidence], entries: Mapping[str, Entry]) -> tuple[OverSeeds, ...]:
    """For every experiment with several seeds that count: arm minus base, with an interval over seeds and cases.

    ``entries`` are the ledger's runs by their ids. Only runs on the same cases are taken together.
    Nothing for a claim that criteria decide.
    """
    together: dict[tuple[Any, ...], dict[int | None, Entry]] = defaultdict(dict)
    for each in counted:
        if each.contrasts:
            entry = entries[each.run_id]
            together[*entry.but_for_the_seed, entry.outcomes.cases][each.seed] = entry
    return tuple(_over_seeds(claim, [entry.outcomes for entry in of.values()], place[0])
                 for place, of in together.items() if len(of) > 1)


def _over_seeds(claim: Claim, runs: Sequence[Outcomes], experiment: str) -> OverSeeds:
    pairs = [columns(claim, run) for run in runs]
    values = [[float(a) - float(b) for a, b in zip(arm, base, strict=True)] for arm, base in pairs]
    interval = two_level.seeds_and_cases(values, runs[0].families, seed=SEED)
    return OverSeeds(
        experiment=experiment, seeds=len(runs), cases=len(runs[0].cases),
        difference=Estimate(value=two_level.mean(values), low=interval.low, high=interval.high, method=interval.method))


def with_q_values(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The same standings, each p with its q over all of them."""
    having = [i for i, s in enumerate(standings) if s.p_value is not None]
    q_values = dict(zip(having, benjamini_hochberg([standings[i].p_value or 0.0 for i in having]), strict=True))
    return tuple(dataclasses.replace(s, q_value=q_values.get(i)) for i, s in enumerate(standings))
