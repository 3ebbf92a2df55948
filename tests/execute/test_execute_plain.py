"""Where there is no jail, programs run in plain processes: by explicit choice alone, with the same outcomes.

macOS is simulated: its name, and an interpreter without what Linux alone has, here and in the programs'
processes. That is what can be shown on Linux; it was never run on a Mac.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from execute_helpers import BRIEF, PLAIN, REACHING, runner

from checkable.core.candidate import Outcome
from checkable.core.execution import Call, Limits, Namespace, Program, TraceCaps
from checkable.execute import IsolationTooWeak, NamespaceUnusable, Sandbox, plain, platforms
from checkable.execute.asserts import Suite, judge, record

LINUX_ALONE = {
    "os": ("eventfd", "eventfd_read", "eventfd_write", "memfd_create", "pidfd_open", "sched_getaffinity", "unshare",
           "setresuid", "setresgid", "EFD_NONBLOCK", "EFD_CLOEXEC", "MFD_CLOEXEC", "pipe2", "posix_fadvise"),
    "signal": ("sigtimedwait", "sigwaitinfo", "pidfd_send_signal"),
    "socket": ("SOCK_SEQPACKET", "SO_PASSCRED", "SCM_CREDENTIALS", "SOCK_CLOEXEC"),
    "select": ("epoll",),
    "resource": ("prlimit", "RLIMIT_MSGQUEUE", "RLIMIT_SIGPENDING", "RLIMIT_NICE", "RLIMIT_RTPRIO"),
}
WITHOUT = textwrap.dedent(f"""
    import builtins, importlib, sys
    for module, names in {LINUX_ALONE!r}.items():
        for name in names:
            if hasattr(importlib.import_module(module), name):
                delattr(importlib.import_module(module), name)
    real = builtins.open
    def without_proc(path, *arguments, **keywords):
        if str(path).startswith("/proc"):
            raise FileNotFoundError(2, "no /proc", str(path))
        return real(path, *arguments, **keywords)
    builtins.open = without_proc
    sys.platform = "darwin"
""")


@pytest.fixture(scope="module")
def elsewhere():
    """A sandbox as on a system without any layer of isolation."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platforms, "SYSTEM", "darwin")
        with Sandbox(workers=2, minimum_level=0) as sandbox:
            yield sandbox


@pytest.fixture
def run(elsewhere):
    return runner(elsewhere, REACHING, BRIEF)


def test_without_an_explicit_choice_nothing_runs_and_what_helps_is_said(monkeypatch):
    monkeypatch.setattr(platforms, "SYSTEM", "darwin")
    with pytest.raises(IsolationTooWeak) as refusal, Sandbox() as sandbox:
        runner(sandbox, PLAIN, Limits())("def f(x): return x")
    said = str(refusal.value)
    assert "isolation level 2 was asked for, level 0 is all this machine gives" in said
    assert "seccomp, landlock, namespaces: darwin has none of them" in said
    assert "what helps: run in a Linux container or virtual machine" in said
    assert said.endswith("--isolation 0")
    assert "sysctl" not in said


def test_what_is_open_is_said(elsewhere):
    isolation = elsewhere.isolation
    assert isolation.level == 0
    assert "plain processes on darwin" in isolation.summary
    assert "read and write files, use the network, reach other processes" in isolation.canaries[0]


@pytest.mark.parametrize(("source", "outcome", "said"), [
    ("def f(x): return {'a': (x, 1.5), 'b': {x}}", Outcome.OK, ""),
    ("def f(x): return object()", Outcome.WRONG_SHAPE, "object"),
    ("def f(x): return x / 0", Outcome.EXCEPTION, "ZeroDivisionError"),
    ("import time\ndef f(x): time.sleep(60)", Outcome.TIMEOUT, "2.5 s"),
    ("def f(x): return len(bytearray(10 ** 9))", Outcome.MEMORY, "MemoryError"),
    ("def f(x): return 'a' * 10 ** 6", Outcome.OUTPUT, "bytes"),
    ("import os\ndef f(x): os._exit(3)", Outcome.KILLED, "exit status 3"),
    ("import os\ndef f(x): os.kill(os.getpid(), 9)", Outcome.KILLED, "SIGKILL"),
    ("def g(x): return x", Outcome.REFUSED, "no function f"),
    ("def f(x) return x", Outcome.REFUSED, "SyntaxError"),
])
def test_outcomes_are_those_of_the_jail(run, source, outcome, said):
    [seen] = run(source)
    assert (seen.outcome, said in seen.error) == (outcome, True), seen


def test_cpu_time_is_the_limit_whatever_else_the_machine_does(run):
    [seen] = run("def f(x):\n    while True: pass", limits=replace(BRIEF, wall_seconds=60))
    assert (seen.outcome, seen.error) == (Outcome.TIMEOUT, "more than 0.5 s of CPU time")


def test_what_a_program_prints_is_no_result(run):
    [seen] = run("import os\ndef f(x):\n    print('[\"ok\",7,0]')\n    os.write(1, b'x' * 100)\n    return x", [4])
    assert (seen.outcome, seen.value) == (Outcome.OK, 4)


def test_one_process_takes_many_inputs_and_the_next_starts_afresh(run):
    counting = "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n + x"
    assert [o.value for o in run(counting, [0, 10])] == [1, 12]
    assert [o.value for o in run(counting, [0])] == [1]


def test_calls_traces_and_asserts_work_too(elsewhere):
    program = Program(source="def f(x):\n    x.append(1)\n    return iter(x)", entry_point="f", namespace=PLAIN,
                      limits=Limits())
    [called] = elsewhere.call(program, [Call(function="f", arguments=([5],))])
    assert called.value == ("iterator", [5, 1], [([5, 1],), {}])
    assert len(elsewhere.trace(program, [5], TraceCaps()).steps) > 2
    suite = Suite(setup="", tests=("assert list(f([2])) == [2, 1]", "assert f([1]) == 0"))
    recording = record(elsewhere, Suite(setup="", tests=suite.tests[:1]), program)
    assert [judged.passed for judged in judge(elsewhere, recording, program)] == [True]


def test_results_keep_their_order_over_workers(elsewhere):
    work = [(Program(source=f"def f(x): return x + {n}", entry_point="f", namespace=PLAIN, limits=Limits()), [n])
            for n in range(6)]
    assert [seen.value for [seen] in elsewhere.run_many(work)] == [2 * n for n in range(6)]


def test_a_module_that_does_not_exist_here_is_said(elsewhere):
    with pytest.raises(NamespaceUnusable, match="winreg"):
        runner(elsewhere, Namespace(name="n", modules=("winreg",)), Limits())("def f(x): return x")


def test_it_needs_nothing_that_linux_alone_has(tmp_path):
    alone = tmp_path / "alone.py"
    real = Path(plain.__file__).parent / "inside" / "alone.py"
    alone.write_text(f"{WITHOUT}\nimport runpy\nrunpy.run_path({str(real)!r}, run_name='__main__')\n")
    script = WITHOUT + textwrap.dedent(f"""
        from pathlib import Path
        from checkable.core.execution import Limits, Namespace, Program
        from checkable.execute import Sandbox, plain, platforms
        assert platforms.SYSTEM == "darwin"
        plain._ALONE = Path({str(alone)!r})
        program = Program(source="import math\\ndef f(x): return math.factorial(x)", entry_point="f",
                          namespace=Namespace(name="n", modules=("math",)), limits=Limits(memory_mb=4096))
        with Sandbox(minimum_level=0) as sandbox:
            print(sandbox.isolation.level, sandbox.run(program, [5]))
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                          env={"PYTHONPATH": ":".join(sys.path)})
    assert "value=120" in done.stdout, done.stderr
