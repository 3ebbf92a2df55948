"""The unbiased pass@k of Chen et al. 2021 ("Evaluating Large Language Models Trained on Code", equation 1)."""

from __future__ import annotations

import math


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
