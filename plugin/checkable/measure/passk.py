"""The unbiased pass@k of Chen et al. 2021 ("Evaluating Large Language Models Trained on Code", equation 1)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from checkable.core.scored import Estimate
from checkable.measure import estimates


def pass_at_k(candidates: int, correct: int, k: int) -> float:
    """The chance that k of the ``candidates``, drawn without replacement, include a correct one.

    1 - C(n - c, k) / C(n, k), as a product of k factors so that no binomial ever overflows.
    Raises ValueError unless 1 <= k <= candidates and 0 <= correct <= candidates.
    """
    if not 0 <= correct <= candidates:
        raise ValueError(f"{correct} correct of {candidates} candidates")
    if not 1 <= k <= candidates:
        raise ValueError(f"pass@{k} needs at least {k} candidates and k of at least 1; there are {candidates}")
    wrong = candidates - correct  # with fewer wrong ones than draws, one factor is 0 and the chance is 1
    return 1.0 - math.prod((wrong - i) / (candidates - i) for i in range(k))


def mean_pass_at_k(candidates: Sequence[int], correct: Sequence[int], families: Sequence[str], k: int, *,
                   seed: int) -> Estimate:
    """The mean over cases, each with its own number of candidates, and its interval over families.

    Undefined as soon as one case has fewer than k candidates: leaving it out would flatter.
    """
    least = max(k, 1)
    short = sum(n < least for n in candidates)
    if short:
        few = "no candidate" if least == 1 else f"fewer than {k} candidates"
        return estimates.undefined(f"{short} of {len(candidates)} cases have {few}")
    values = [pass_at_k(n, c, k) for n, c in zip(candidates, correct, strict=True)]
    made = estimates.mean(values, families, seed=seed)
    return replace(made, method=f"k = {k}; {made.method}") if values else made
