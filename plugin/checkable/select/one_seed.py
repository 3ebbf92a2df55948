"""For arms whose candidates come from several training seeds: the mean over seeds, not the best of them."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "one-seed")
def one_seed(candidates: Sequence[CheckedCandidate], options: NoOptions,
             context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidates of one training seed, drawn for each case: accuracy is then that of a seed on average."""
    samples = sorted({c.candidate.sample for c in candidates})
    drawn = context.random.choice(samples) if samples else None
    return [c for c in candidates if c.candidate.sample == drawn]
