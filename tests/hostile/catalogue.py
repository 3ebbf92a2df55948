"""All hostile programs of this machine by what they are after."""

from __future__ import annotations

import os

from attack import Attack
from escaping import ESCAPING
from escaping_aarch64 import AARCH64
from escaping_calls import CALLS
from exhausting import EXHAUSTING
from forging import FORGING
from forging_values import VALUES
from poisoning import POISONING
from stealing import STEALING

_ALL = {"forge": FORGING + VALUES, "steal": STEALING, "exhaust": EXHAUSTING, "escape": ESCAPING + CALLS + AARCH64,
        "poison": POISONING}
BY_KIND: dict[str, tuple[Attack, ...]] = {
    kind: tuple(attack for attack in attacks if attack.machine in ("", os.uname().machine))
    for kind, attacks in _ALL.items()}
ATTACKS: dict[str, Attack] = {
    f"{kind}: {attack.name}": attack for kind, attacks in BY_KIND.items() for attack in attacks}

assert len(ATTACKS) == sum(map(len, BY_KIND.values())), "two attacks of one kind have the same name"
