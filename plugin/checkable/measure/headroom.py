"""How much of what could be gained was gained: (arm - base) / (oracle - base).

Promises an interval that draws numerator and denominator together, and refuses the ratio where
the oracle is not shown to be above the base: a ratio to noise is no measurement.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.scored import Estimate
from checkable.measure import estimates


def captured(arm: Sequence[bool], base: Sequence[bool], oracle: Sequence[bool], families: Sequence[str], *,
             seed: int) -> Estimate:
    """The share of base-to-oracle headroom that an arm captures, from right and wrong on the same cases.

    Undefined where the interval of oracle - base contains 0. May exceed 1 or be negative.
    """
    room = estimates.difference(oracle, base, families, seed=seed)
    if not (room.low > 0 or room.high < 0):
        return estimates.undefined(
            "no cases" if not arm else f"no headroom is shown: oracle minus base is {room.value:.3f} "
            f"[{room.low:.3f}, {room.high:.3f}], {room.method}")
    gained = [float(a) - float(b) for a, b in zip(arm, base, strict=True)]
    available = [float(o) - float(b) for o, b in zip(oracle, base, strict=True)]
    return estimates.ratio(gained, available, families, seed=seed)
