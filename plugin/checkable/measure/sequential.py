"""Looking at an experiment while its cases still come in: the e-value, and the chance that evidence will come.

Promises a number that may be looked at after every case, and how likely it is to become evidence. Stopping for want of
that hope never claims anything, so that it cannot raise the share of false findings. Must not know which arms are
compared, nor how cases are ordered; ``stopping`` decides.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.special import gammaln

ENOUGH = 20.0  # an e-value of 20 is evidence at the 5% level whenever it is reached
HOPELESS = 0.01  # go on only while evidence is likelier than this to come; 5% would give up on 1 in 10 of the findable


def e_value(recoveries: int, regressions: int) -> float:
    """2ⁿ b! c! / (n + 1)!: the mixture likelihood ratio of any coin, uniformly, against a fair one.

    It may be looked at after every case: under the null it exceeds 20 at any time with a
    probability of at most 1/20 (Ville 1939; Robbins 1970). Infinite where it exceeds a float.
    """
    log_value = float(_log_e_value(recoveries, regressions))
    return math.exp(log_value) if log_value < 700 else math.inf


def anytime_p(recoveries: int, regressions: int) -> float:
    """A p-value that is valid whenever one stops: 1 over the e-value, at most 1 (Ramdas et al. 2023)."""
    return min(1.0, 1 / e_value(recoveries, regressions))


def chance_of_evidence(recoveries: int, regressions: int, cases: int, planned: int, *,
                       enough: float = ENOUGH) -> float:
    """The chance that the last planned case leaves the arm ahead with an e-value of ``enough``.

    Predicted from what was seen: recoveries, regressions and the rest are drawn from a Dirichlet
    posterior with one imagined case of each (the predictive probability of Spiegelhalter et al. 1986). Raises
    ValueError unless recoveries + regressions <= cases <= planned.
    """
    if not 0 <= recoveries + regressions <= cases <= planned:
        raise ValueError(f"{recoveries} recoveries and {regressions} regressions in {cases} of {planned} cases")
    left, seen = planned - cases, (recoveries, regressions, cases - recoveries - regressions)
    return min(1.0, sum(_chance_with(won, left, seen, enough) for won in range(left + 1)))


def _chance_with(won: int, left: int, seen: tuple[int, int, int], enough: float) -> float:
    """The chance that exactly ``won`` of the cases left are recoveries, and that the evidence is there then."""
    lost = np.arange(left - won + 1)
    recoveries, regressions = won + seen[0], lost + seen[1]
    shown = (recoveries > regressions) & (_log_e_value(recoveries, regressions) >= math.log(enough))
    drawn = (won, lost[shown], left - won - lost[shown])
    return float(np.exp(_log_dirichlet_multinomial(drawn, [count + 1 for count in seen])).sum())


def _log_e_value(recoveries, regressions):
    n = recoveries + regressions
    return n * math.log(2) + gammaln(recoveries + 1) + gammaln(regressions + 1) - gammaln(n + 2)


def _log_dirichlet_multinomial(counts, concentrations):
    """The log-probability of counts (arrays, one a cell) under a Dirichlet-multinomial."""
    n, a = sum(counts), sum(concentrations)
    whole = gammaln(n + 1) + gammaln(a) - gammaln(n + a)
    cells = zip(counts, concentrations, strict=True)
    return whole + sum(gammaln(k + c) - gammaln(c) - gammaln(k + 1) for k, c in cells)
