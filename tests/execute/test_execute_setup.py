"""A child that cannot be set up is our failure: its step is named, and another zygote tried; never the program's."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from execute_helpers import PLAIN, runner, zygotes
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits
from checkable.execute import Sandbox, SandboxUnavailable, processes
from checkable.execute.inside import signs

DOUBLE = "def f(x): return x * 2"
NOBODY = 65534  # whose zygotes are where root starts them
needs_prlimit = pytest.mark.skipif(not shutil.which("prlimit"), reason="util-linux changes the limits of a zygote")


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def waiting(guard: int) -> int:
    """The zygote behind a guard, once it has forked the children that wait for the next two programs."""
    for _ in range(1000):
        if (zygote := children(guard)) and len(children(zygote[0])) == 2:
            return zygote[0]
        time.sleep(0.01)
    raise AssertionError(f"no two children wait behind {guard}")


def forbid(guard: int, limit: str) -> None:
    """Take what ``limit`` bounds from the zygote behind a guard, and so from the children after the two that wait."""
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    subprocess.run(["prlimit", f"--pid={waiting(guard)}", f"--{limit}=0:0"], cwd="/", check=True, **who)


@given(step=st.sampled_from([signs.FORK, signs.RECEIVE, signs.READ, signs.TIMER, signs.ANSWER]),
       number=st.sampled_from([1, 11, 12, 24]), taken=st.sampled_from([0, signs.TAKEN]))
def test_a_failed_step_is_said_with_the_kernels_error(step, number, taken):
    said = signs.said(signs.failure(step, OSError(number, "")) + taken, 77)
    assert os.strerror(number) in said
    others = {signs.said(signs.failure(other, OSError(number, "")), 77) for other in range(1, 7) if other not in
              (step, signs.LIMITS)}
    assert said not in others


@pytest.mark.parametrize(("error", "said"), [(MemoryError(), "MemoryError"), (EOFError(), "EOFError"),
                                             (KeyError(), "LookupError"), (ValueError(), "ValueError")])
def test_an_error_without_a_number_is_said_by_its_type(error, said):
    assert said in signs.said(signs.failure(signs.READ, error) + signs.TAKEN, 77)


@given(step=st.integers(1, 6), limit=st.integers(0, 15))
def test_no_failure_reads_as_a_program_that_was_reached(step, limit):
    for taken in (0, signs.TAKEN):
        assert signs.failure(step, ValueError(), limit) + taken not in (signs.TAKEN, signs.REACHED)


def test_a_child_that_says_nothing_is_told_from_one_that_took_its_request():
    assert signs.said(0, -9) == "it ended before it took its request (exit status -9)"
    assert signs.said(signs.TAKEN, 1) == "it ended after it took its request (exit status 1)"


@pytest.mark.parametrize(("limit", "most"), [("RLIMIT_FSIZE", 4096), ("RLIMIT_AS", 400 << 20)])
def test_a_host_that_allows_less_than_a_program_was_promised_is_named(limit, most):
    script = textwrap.dedent(f"""
        import resource
        from checkable.core.execution import Limits, Namespace, Program
        from checkable.execute import Sandbox
        with Sandbox(minimum_level=0) as sandbox:
            sandbox.isolation  # what Python compiles at its first start it would cut off at the limit, and keep so
        resource.setrlimit(resource.{limit}, ({most}, {most}))
        program = Program(source={DOUBLE!r}, entry_point="f", namespace=Namespace(name="n"), limits=Limits())
        with Sandbox(minimum_level=0) as sandbox:
            [seen] = sandbox.run(program, [1])
        print(seen.outcome.value, seen.error)
    """)
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": os.pathsep.join(sys.path)}).stdout
    assert said == (f"infrastructure a child could not be set up: it could not set {limit} (ValueError; the host's own "
                    "hard limit is lower), 3 times in a row\n")


@needs_prlimit
@pytest.mark.parametrize("limit", ["fsize", "nproc"])
def test_a_zygote_that_can_no_longer_set_up_children_is_replaced_unnoticed(limit):
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        before = zygotes()
        run(DOUBLE)
        [guard] = zygotes() - before
        forbid(guard, limit)
        assert [run(DOUBLE, [n])[0].value for n in range(4)] == [0, 2, 4, 6]
        assert guard not in zygotes()


@needs_prlimit
def test_a_zygote_that_cannot_fork_says_why(monkeypatch):
    monkeypatch.setattr("checkable.execute.zygotes._PAUSES", ())
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        before = zygotes()
        run(DOUBLE)
        [guard] = zygotes() - before
        forbid(guard, "nproc")
        waited = [run(DOUBLE)[0].outcome for _ in range(2)]
        [seen] = run(DOUBLE)
    assert waited == [Outcome.OK] * 2
    assert seen.outcome is Outcome.INFRASTRUCTURE
    assert "could not fork (EAGAIN, Resource temporarily unavailable)" in seen.error


def test_a_process_without_descriptors_to_spare_says_so():
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        run(DOUBLE)
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
        try:
            with pytest.raises(SandboxUnavailable, match="Too many open files, 3 times in a row"):
                run(DOUBLE)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        assert run(DOUBLE, [4])[0].value == 8


def test_no_child_that_was_ended_is_left_to_take_the_next_request():
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits(wall_seconds=0.3))
        before = zygotes()
        run(DOUBLE)
        [guard] = zygotes() - before
        zygote = waiting(guard)
        were_there = set(children(zygote))
        [seen] = run("import time\ndef f(x): time.sleep(60)")
        assert seen.outcome is Outcome.TIMEOUT
        assert not were_there & set(children(zygote))
        assert run(DOUBLE)[0].value == 2
        assert guard in zygotes()


@pytest.mark.parametrize("victim", ["guard", "zygote"])
def test_a_program_whose_zygote_is_killed_midway_is_run_again(victim):
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        before = zygotes()
        run(DOUBLE)
        [guard] = zygotes() - before
        pid = guard if victim == "guard" else waiting(guard)
        threading.Timer(0.4, os.kill, (pid, signal.SIGKILL)).start()
        started = time.monotonic()
        [seen] = run("import time\ndef f(x):\n    time.sleep(0.8)\n    return x", [5])
        assert (seen.outcome, seen.value) == (Outcome.OK, 5)
        assert time.monotonic() - started > 1.2  # it slept, and slept again
        assert guard not in zygotes()


def test_a_jail_whose_files_changed_under_a_running_process_is_refused(monkeypatch):
    monkeypatch.setattr(processes, "_CODE_AT_IMPORT", [(1, 1), *processes._CODE_AT_IMPORT[1:]])
    with pytest.raises(SandboxUnavailable, match="have changed since this process started: start it again"), \
            Sandbox() as sandbox:
        runner(sandbox, PLAIN, Limits())(DOUBLE)
