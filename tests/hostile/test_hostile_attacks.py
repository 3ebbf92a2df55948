"""Every hostile program is contained, at every level and for every user, and the next program never notices."""

from __future__ import annotations

import os
import re

import pytest
from attack import ANSWER, OK, Attack
from catalogue import ATTACKS, BY_KIND

pytestmark = pytest.mark.skipif(os.uname().machine not in ("x86_64", "aarch64"), reason="no filter for this machine")

HOSTS = [(3, "root"), (2, "ordinary"), (1, "ordinary")]
if os.environ.get("CHECKABLE_HOSTILE") == "all":  # as `make hostile` says
    HOSTS += [(3, "ordinary"), (2, "root"), (1, "root")]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize(("level", "who"), HOSTS, ids=lambda value: str(value))
def test_an_attack_is_contained(host_at, attack: Attack, level: int, who: str):
    seen = host_at(level, who).attack(attack)
    assert seen.outcome in attack.outcomes, seen
    assert re.search(attack.said, seen.error), seen
    assert seen.error.isprintable()
    assert seen.left_nothing, seen
    if seen.outcome == OK:
        assert seen.value == attack.value, seen
        assert seen.value != ANSWER


def test_there_are_attacks_of_every_kind():
    assert sum(map(len, BY_KIND.values())) >= 100
    assert min(map(len, BY_KIND.values())) >= 20
