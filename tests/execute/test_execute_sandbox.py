"""One sandbox serves many threads, survives forks and lost zygotes, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from execute_helpers import BRIEF, PLAIN, REACHING, runner, zygotes

from checkable.core.execution import Limits, Namespace
from checkable.execute import Sandbox, SandboxUnavailable, supervisor

PLUGIN = Path(__file__).parents[2] / "plugin"
DOUBLE = "def f(x): return x * 2"
ORDERS = ("import random\ndef f(x): return [list(set(x)), random.random(), hash('a'), id(object()),"
          " list({f, len, print, ORDER}),"
          " [hash(o) for o in (len, int, None, f)]].__repr__()\nclass ORDER: pass")


def memory_files() -> int:
    found = 0
    for descriptor in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):  # the descriptor of this listing
            found += "checkable-" in os.readlink(f"/proc/self/fd/{descriptor}")
    return found


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition, seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_nothing_is_started_before_it_is_needed():
    before = zygotes()
    with Sandbox():
        assert zygotes() == before


def test_closing_ends_every_process_and_descriptor():
    gc.collect()
    before, open_before = zygotes(), descriptors()
    with Sandbox(workers=2) as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        assert run(DOUBLE)[0].ok
        assert run(DOUBLE, namespace=Namespace(name="other", hash_seed=5))[0].ok
        assert len(zygotes() - before) == 2
        assert memory_files() == 0
    assert zygotes() == before
    assert descriptors() == open_before


def test_a_closed_sandbox_says_so():
    sandbox = Sandbox()
    sandbox.close()
    with pytest.raises(RuntimeError, match="the sandbox is closed"):
        runner(sandbox, PLAIN, Limits())(DOUBLE)


def test_a_sandbox_that_is_forgotten_leaves_nothing():
    before = zygotes()
    sandbox = Sandbox()
    assert runner(sandbox, PLAIN, Limits())(DOUBLE)[0].ok
    del sandbox
    gc.collect()
    assert zygotes() == before


def test_eight_threads_get_their_own_results():
    with Sandbox(workers=2) as sandbox, ThreadPoolExecutor(8) as threads:
        run = runner(sandbox, PLAIN, Limits())
        before = zygotes()
        seen = list(threads.map(lambda n: run(f"def f(x): return x + {n}", [n, 2 * n]), range(80)))
        assert 1 <= len(zygotes() - before) <= 2
    assert [[o.value for o in pair] for pair in seen] == [[2 * n, 3 * n] for n in range(80)]


def test_threads_that_are_attacked_do_not_disturb_the_others():
    hostile = ["import os\ndef f(x): os._exit(1)", "def f(x):\n    while True: pass", "def f(x): return 'a' * 10**7",
               "import ctypes\ndef f(x): ctypes.string_at(0)"]
    with Sandbox(workers=2) as sandbox, ThreadPoolExecutor(8) as threads:
        run = runner(sandbox, REACHING, BRIEF)
        work = [(hostile[n % 4] if n % 2 else DOUBLE, n) for n in range(24)]
        seen = list(threads.map(lambda item: run(item[0], [item[1]])[0], work))
    assert [o.value for o in seen[::2]] == [2 * n for n in range(0, 24, 2)]
    assert not any(o.ok for o in seen[1::2])


def test_observations_do_not_depend_on_how_many_workers_there_are_or_what_ran_before():
    words = [[f"w{i}" for i in range(9)]]
    seen = set()
    for workers in (1, 3):
        with Sandbox(workers=workers) as sandbox, ThreadPoolExecutor(workers) as threads:
            run = runner(sandbox, PLAIN, Limits())
            for others in range(3):
                seen |= {o.value for [o] in threads.map(run, [ORDERS] * 4, [words] * 4)}
                run("def f(x): return [x] * 1000\n" * (1 + 100 * others), range(1 + 50 * others))
    assert len(seen) == 1


def test_the_first_zygote_after_a_change_of_the_jails_files_observes_what_the_others_do():
    script = ("import os, shutil, sys; sys.path.insert(0, sys.argv[1])\n"
              "from checkable.execute import processes\n"
              "shutil.rmtree(processes._START.parent / '__pycache__', ignore_errors=True)\n"
              "from checkable.core.execution import Namespace, Program\n"
              "from checkable.execute import Sandbox\n"
              "plain = Namespace(name='plain', modules=('random',))\n"
              f"program = Program(source={ORDERS!r}, entry_point='f', namespace=plain)\n"
              "for _ in range(2):\n"
              "    with Sandbox(minimum_level=0) as sandbox:\n"
              "        print(sandbox.run(program, [[f'w{i}' for i in range(9)]])[0].value)\n")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PLUGIN, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        told = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=True)
    first, second = told.stdout.splitlines()
    assert first == second


def test_a_lost_zygote_is_replaced_unnoticed():
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        before = zygotes()
        assert run(DOUBLE)[0].ok
        [first] = zygotes() - before
        os.kill(first, signal.SIGKILL)
        assert wait_until(lambda: not is_running(first))
        assert run(DOUBLE, [4])[0].value == 8
        [second] = zygotes() - before
        assert second != first


def test_a_forked_copy_uses_zygotes_of_its_own():
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits())
        assert run(DOUBLE)[0].ok
        mine = zygotes()
        pid = os.fork()
        if pid == 0:
            ok = run(DOUBLE, [3])[0].value == 6 and len(zygotes() - mine) == 1
            sandbox.close()
            os._exit(0 if ok and not zygotes() else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        assert run(DOUBLE, [5])[0].value == 10
        assert zygotes() == mine


def test_an_interrupt_midway_does_not_answer_the_next_program():
    with Sandbox() as sandbox:
        run = runner(sandbox, PLAIN, Limits(wall_seconds=20))
        run(DOUBLE)
        main = threading.main_thread().ident
        threading.Timer(0.3, signal.pthread_kill, (main, signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            run("import time\ndef f(x):\n    time.sleep(10)\n    return 'late'")
        assert run(DOUBLE, [7])[0].value == 14


def test_when_the_process_is_killed_its_zygotes_and_programs_end():
    script = textwrap.dedent("""
        import sys, threading, time
        from checkable.core.execution import Limits, Namespace, Program
        from checkable.execute import Sandbox
        sandbox = Sandbox()
        source = "import time\\ndef f(x):\\n    time.sleep(x)"
        program = Program(source=source, entry_point="f", namespace=Namespace(name="n", modules=("time",)),
                          limits=Limits(wall_seconds=600))
        sandbox.run(program, [0])
        threading.Thread(target=sandbox.run, args=(program, [500])).start()
        time.sleep(0.3)
        print("running", flush=True)
    """)
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE,
                               env={"PYTHONPATH": os.pathsep.join(sys.path)})
    assert process.stdout.readline() == b"running\n"
    family = descendants(process.pid)
    assert len(family) >= 2
    process.kill()
    process.communicate()
    assert wait_until(lambda: not any(map(is_running, family)))


def descendants(pid: int) -> list[int]:
    children = [int(c) for t in os.listdir(f"/proc/{pid}/task")
                for c in Path(f"/proc/{pid}/task/{t}/children").read_text().split()]
    return children + [d for c in children for d in descendants(c)]


def test_a_python_that_cannot_start_is_said(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(SandboxUnavailable, match="/nowhere/python cannot be started"), Sandbox() as sandbox:
        runner(sandbox, PLAIN, Limits())(DOUBLE)


def test_importing_the_room_imports_nothing_heavy():
    code = ("import sys, checkable.execute\n"
            "print([m for m in ('torch', 'numpy', 'scipy', 'transformers', 'ctypes') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                         env={"PYTHONPATH": os.pathsep.join(sys.path)}).stdout
    assert out == "[]\n"


def test_a_zygote_that_is_killed_while_it_starts_is_replaced_unnoticed(monkeypatch):
    spawn, killed = supervisor.spawn, []

    def spawn_and_kill_the_first(hash_seed, control):
        process = spawn(hash_seed, control)
        if not killed:
            killed.append(process.pid)
            process.kill()
        return process

    monkeypatch.setattr(supervisor, "spawn", spawn_and_kill_the_first)
    with Sandbox() as sandbox:
        assert runner(sandbox, PLAIN, Limits())(DOUBLE, [3])[0].value == 6
    assert killed


def test_a_zygote_that_always_ends_while_it_starts_is_said(monkeypatch, tmp_path):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 3\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(SandboxUnavailable, match=r"while starting.*3 times in a row"), Sandbox() as sandbox:
        runner(sandbox, PLAIN, Limits())(DOUBLE)
