"""Programs that forge, steal, exhaust, escape or poison: each is contained, and the next program never notices.

Every attack is followed by an honest program on the same zygote, which must not have been replaced.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from execute_attacks import ATTACKS, Attack
from execute_helpers import BRIEF, zygotes

from checkable.core.candidate import Outcome

pytestmark = pytest.mark.skipif(os.uname().machine not in ("x86_64", "aarch64"), reason="no filter for this machine")

PATIENT = replace(BRIEF, cpu_seconds=10.0, wall_seconds=40.0)  # for what should not depend on how busy the machine is
BY_NAME = {attack.name: attack for attack in ATTACKS}

HONEST = """
import math, random, re
def f(x):
    return [sorted(x), math.floor(2.5), hasattr(re, 'note'), random.random(), len(str(10 ** 1000))]
"""
HONEST_VALUE = [["a", "b"], 2, False, 0.8444218515250481, 1001]


@pytest.fixture(scope="module")
def level(sandbox):
    isolation = sandbox.isolation
    if isolation.level < 1:  # a filter that is in force and does not hold is a failure, not a reason to skip
        assert any(why.startswith("seccomp: seccomp:") for why in isolation.refused), isolation
    return isolation.level


@pytest.mark.parametrize("hostile", ATTACKS, ids=lambda a: f"{a.intent}: {a.name}")
def test_an_attack_is_contained(attack, level, hostile: Attack):
    if level < 1:
        pytest.skip("this machine gives no system call filter")
    if hostile.name == "uses the other calling convention" and os.uname().machine != "x86_64":
        pytest.skip("x86-64 alone has a second one")
    attack(HONEST, [["b", "a"]])  # so that the zygote is there
    before = zygotes()
    [seen] = attack(hostile.source, limits=BRIEF if hostile.outcome is Outcome.TIMEOUT else PATIENT)
    [honest] = attack(HONEST, [["b", "a"]])
    assert (seen.outcome, bool(re.search(hostile.error, seen.error))) == (hostile.outcome, True), seen
    assert honest.value == HONEST_VALUE
    assert zygotes() == before


def test_what_an_attack_returns_tells_it_nothing(attack, level):
    if level < 1:
        pytest.skip("this machine gives no system call filter")
    told = {name: attack(BY_NAME[name].source)[0].value for name in (
        "asks whether a file exists", "looks into the environment", "searches the heap for other programs",
        "walks the frames above", "traces its parent", "speaks on the zygote's socket", "writes rubbish",
        "patches json", "patches the builtins")}
    assert told == {
        "asks whether a file exists": False, "looks into the environment": {},
        "searches the heap for other programs": 0,
        "walks the frames above": [], "traces its parent": [-1, 1], "speaks on the zygote's socket": True,
        "writes rubbish": 1, "patches json": ["a"], "patches the builtins": [1]}


def test_nothing_of_one_program_is_left_for_the_next(attack):
    attack("secret = 'sesame-' + 'open'\ndef f(x): return [secret] * 1000")
    source = ("import gc, ctypes, sys\ndef f(x):\n    needle = 'sesame-' + chr(111) + 'pen'\n"
              "    return any(needle == o for d in gc.get_objects() if type(d) is dict\n"
              "               for o in d.values() if type(o) is str)")
    assert attack(source)[0].value is False


def test_an_attack_writes_nothing_to_the_terminal(attack, capfd):
    attack("import os, sys\ndef f(x):\n    print('forged'); os.write(1, b'forged'); os.write(2, b'forged')\n"
           "    sys.stderr.write('forged')")
    assert capfd.readouterr() == ("", "")


def test_an_attack_leaves_no_file_behind(attack):
    attack(BY_NAME["writes a file"].source)
    assert not Path("/tmp/checkable-hostile").exists()


def test_a_stopped_program_is_ended(attack):
    [seen] = attack("import ctypes\ndef f(x):\n    ctypes.CDLL(None).syscall(34)\n    return 1"
                    if os.uname().machine == "x86_64" else "import signal\ndef f(x): signal.pause()")
    assert seen.outcome is Outcome.TIMEOUT


def test_the_limits_are_those_of_the_program(attack):
    source = ("import resource as r\ndef f(x): return [r.getrlimit(getattr(r, 'RLIMIT_' + n)) for n in"
              " ('CPU', 'NPROC', 'CORE', 'MEMLOCK')]")
    assert attack(source)[0].value == [(1, 1), (0, 0), (0, 0), (0, 0)]
