"""What a hostile program could leave where no honest program looks: the heap, the terminal, the limits of others."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from execute_helpers import BRIEF, REACHING, Run, runner

from checkable.core.candidate import Outcome
from checkable.execute import Sandbox

PATIENT = replace(BRIEF, cpu_seconds=20.0, wall_seconds=60.0, memory_mb=512)
SECRET = "secret = 'sesame-' + 'o' * 4\ndef f(x): return [secret] * 1000"


@pytest.fixture(scope="module")
def attack() -> Run:
    with Sandbox() as sandbox:
        yield runner(sandbox, REACHING, BRIEF)


def test_no_object_of_one_program_is_left_for_the_next(attack):
    attack(SECRET)
    source = ("import gc\ndef f(x):\n    needle = 'sesame-' + chr(111) * 4\n"
              "    return any(needle == o for d in gc.get_objects() if type(d) is dict\n"
              "               for o in d.values() if type(o) is str)")
    assert attack(source)[0].value is False


def test_no_byte_of_one_program_is_left_in_the_memory_of_the_next(attack):
    attack(SECRET)
    source = ("import ctypes, gc, re, sys\ndef f(x):\n    objects = found = list(sys.modules.values())\n"
              "    for _ in range(4):\n"
              "        found = gc.get_referents(*found)\n"
              "        objects = objects + found\n"
              "    pages = {id(o) >> 12 for o in objects}\n"
              "    return [len(pages) > 200, sum(bool(re.search(b'sesame-[o]{4}', ctypes.string_at(p << 12, 4096)))\n"
              "                                  for p in pages)]")
    assert attack(source, limits=PATIENT)[0].value == [True, 0]


def test_a_program_finds_in_memory_what_it_has_itself(attack):
    """Or the test above would prove nothing."""
    source = ("import ctypes, re\ndef f(x):\n    mine = 'sesame-' + 'o' * x\n"
              "    page = ctypes.string_at(id(mine) >> 12 << 12, 8192)\n"
              "    return bool(re.search(b'sesame-[o]{4}', page))")
    assert attack(source, [4])[0].value is True


def test_an_attack_writes_nothing_to_the_terminal(attack, capfd):
    attack("import os, sys\ndef f(x):\n    print('forged'); os.write(1, b'forged'); os.write(2, b'forged')\n"
           "    sys.stderr.write('forged')")
    assert capfd.readouterr() == ("", "")


def test_a_stopped_program_is_ended(attack):
    [seen] = attack("import ctypes\ndef f(x):\n    ctypes.CDLL(None).syscall(34)\n    return 1"
                    if os.uname().machine == "x86_64" else "import signal\ndef f(x): signal.pause()")
    assert seen.outcome is Outcome.TIMEOUT


def test_the_limits_are_those_of_the_program(attack):
    source = ("import resource as r\ndef f(x): return [r.getrlimit(getattr(r, 'RLIMIT_' + n)) for n in"
              " ('CPU', 'NPROC', 'CORE', 'MEMLOCK')]")
    assert attack(source)[0].value == [(1, 1), (0, 0), (0, 0), (0, 0)]
