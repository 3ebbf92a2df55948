"""Clusters of behaviour: candidates that do the same on every unlabelled input count as one opinion.

Programs are grouped by their outputs on the held-out and the unlabelled inputs, and the heaviest group
is kept. Semantically equal programs in different words thus vote together, which a majority of texts
would miss. The grouping is that of AlphaCode (Li et al., Science 2022, doi:10.1126/science.abq1158);
weighting a group by the probability of its members is that of Shi et al. (arXiv:2204.11454). Costs no
tokens, but executions on the unlabelled inputs; weighting by probability needs ``logprobs: true``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import CheckedCandidate
from checkable.select import behaviour
from checkable.select.context import SelectContext, fall_back
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ClustersOptions:
    weight: Literal["one", "probability"] = option(
        "one", "one: each candidate counts 1; probability: the exponential of its mean log-probability",
        choices=("one", "probability"))
    at_least: float = option(0.0, "the share of the weight that the heaviest group must have; less falls back",
                             minimum=0, maximum=1)


@word("selector", "clusters", options=ClustersOptions, baseline="heuristic")
def clusters(candidates: Sequence[CheckedCandidate], options: ClustersOptions,
             context: SelectContext) -> list[CheckedCandidate]:
    """Keep the heaviest group of candidates that behave alike on held-out and unlabelled inputs; ties: the first."""
    groups = behaviour.clusters(candidates)
    weights = [sum(_weight(checked, options) for checked in group) for group in groups]
    if not groups or max(weights) < options.at_least * sum(weights):
        return fall_back(context)
    return groups[weights.index(max(weights))]


def _weight(checked: CheckedCandidate, options: ClustersOptions) -> float:
    logprob = checked.candidate.mean_logprob
    return math.exp(logprob) if options.weight == "probability" and logprob is not None else 1.0
