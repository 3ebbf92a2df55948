"""The model's own likelihood: the candidate whose tokens it found least surprising.

The mean over tokens, not the sum, so that long programs are not punished for their length, as in Chen et
al. (Codex, arXiv:2107.03374, section 3.3). It needs ``logprobs: true`` of the generator, which costs
no tokens, or a recording that kept the figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.behaviour import highest
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "mean-logprob", baseline="heuristic")
def mean_logprob(candidates: Sequence[CheckedCandidate], options: NoOptions,
                 context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidate with the highest mean log-probability per token; all where none is known."""
    return highest(candidates, [_known(checked) for checked in candidates])


def _known(checked: CheckedCandidate) -> float | None:
    said = checked.candidate.mean_logprob
    return checked.evidence.get("mean_logprob") if said is None else said
