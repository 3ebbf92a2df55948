"""A kernel that refuses a layer gives a lower level, says which and why, and says what it lacks for the next one."""

from __future__ import annotations

import itertools
import os

import pytest
from hosts import start

from checkable.execute.inside import syscalls

pytestmark = pytest.mark.skipif(os.uname().machine not in syscalls.TABLES, reason="no filter for this machine")

LAYERS = {  # a system call that it needs, and the highest level without it
    "unshare": 2, "mount": 2, "pivot_root": 2, "landlock_create_ruleset": 1, "landlock_restrict_self": 1, "seccomp": 0}
TOGETHER = [("unshare", "landlock_create_ruleset"), ("unshare", "seccomp"), ("landlock_create_ruleset", "seccomp"),
            ("mount", "landlock_restrict_self"), ("unshare", "landlock_create_ruleset", "seccomp")]
COMBINATIONS = [(), *((name,) for name in LAYERS), *TOGETHER]
NAMES = {"unshare": "namespaces", "mount": "namespaces", "pivot_root": "namespaces", "seccomp": "seccomp",
         "landlock_create_ruleset": "landlock", "landlock_restrict_self": "landlock"}


@pytest.fixture(scope="module")
def everything() -> dict[str, int]:
    """The level that root and an ordinary user have where this host alone refuses."""
    return {who: told((), who)["level"] for who in ("root", "ordinary")}


def told(refused: tuple[str, ...], who: str) -> dict:
    host = start(refused, who)
    if isinstance(host, str):
        return {"level": -1, "why": host}
    try:
        return host.isolation
    finally:
        assert host.close() == 0


@pytest.mark.parametrize(("refused", "who"), [*itertools.product(COMBINATIONS, ("root", "ordinary"))],
                         ids=lambda value: value if isinstance(value, str) else "+".join(value) or "nothing")
def test_what_a_host_refuses_decides_the_level_and_is_said(everything, refused, who):
    host = told(refused, who)
    if host["level"] < 0:
        pytest.skip(host["why"])
    assert host["level"] == min([everything[who], *(LAYERS[name] for name in refused)])
    assert host["summary"].startswith(f"level {host['level']} (")
    for name in refused:
        assert any(why.startswith(f"{NAMES[name]}: {name}") and why.endswith("Operation not permitted")
                   for why in host["refused"]), host["refused"]
        assert host["level"] == 3 or f"isolation level {host['level'] + 1} was asked for" in host["too_weak"]
        assert NAMES[name] in host["too_weak"]


def test_every_level_occurs():
    assert {min([3, *(LAYERS[name] for name in refused)]) for refused in COMBINATIONS} == {0, 1, 2, 3}
