"""Machines whose system calls are not known here: no layer can be entered, level 0 is all there is, and it says why."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from test_execute_isolation import MACHINE, PLUGIN, needs_filter

from checkable.execute.inside import kernel, syscalls

ON_ANOTHER_MACHINE = """
import ctypes, json, os, sys
sys.path.insert(0, {plugin!r})
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import Sandbox

ctypes.CDLL(None).personality(8)  # as setarch(8) does: another machine by name, for this process and those it starts
program = Program(source="def f(x): return sorted(x)", entry_point="f", namespace=Namespace(name="n"), limits=Limits())
with Sandbox(minimum_level=0) as sandbox:
    isolation = sandbox.isolation
    print(json.dumps({{"machine": os.uname().machine, "level": isolation.level, "refused": isolation.refused,
                      "value": sandbox.run(program, [[2, 1]])[0].value}}))
"""


@needs_filter
def test_a_machine_whose_system_calls_are_not_known_has_level_0_and_says_so():
    script = ON_ANOTHER_MACHINE.format(plugin=PLUGIN)
    done = subprocess.run([sys.executable, "-B", "-c", script], capture_output=True, text=True, cwd="/", env={})
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    if seen["machine"] == MACHINE:
        pytest.skip("this kernel gives itself no other name")
    assert (seen["level"], seen["value"]) == (0, [1, 2])
    assert (f"seccomp: the numbers of system calls of a 64-bit Python on {seen['machine']} are not known"
            in seen["refused"])


@pytest.mark.parametrize("machine", syscalls.TABLES)
def test_a_32_bit_python_has_other_system_calls_than_its_64_bit_kernel(monkeypatch, machine):
    monkeypatch.setattr(kernel, "_POINTER_BITS", 32)
    monkeypatch.setattr(kernel.os, "uname", lambda: type("Name", (), {"machine": machine}))
    with pytest.raises(OSError, match=f"of a 32-bit Python on {machine} are not known"):
        kernel.syscall("getpid")
