"""Stored executions: made once, by whoever asks, and never where the sandbox or the clock was to blame."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from execute_helpers import PLAIN, REACHING

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits, Program
from checkable.execute import ExecutionStore, ExecutionStoreError, Resampled, Sandbox
from checkable.execute import store as store_module

MOMENT = Program(source="import time\ndef f(x): return [x, time.time_ns()]", entry_point="f", namespace=PLAIN)
"""Never twice the same: equal observations were made once."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reports" / "executions.sqlite"


def run(path, program=MOMENT, inputs=(1,), **options):
    options = {"rerun_share": 0.0, **options}
    store = ExecutionStore(path, **options)
    with Sandbox(store=store, minimum_level=0) as sandbox:
        seen = sandbox.run(program, list(inputs))
    store.close()
    return seen


def test_what_was_executed_is_not_executed_again(path):
    assert run(path) == run(path)


def test_all_that_an_observation_holds_comes_back(path):
    source = "def f(x): return [(1,), {2: {3}}, 2 ** 80, b'x', float('nan')] if x else 1 // x"
    first, again = (run(path, replace(MOMENT, source=source), [1, 0]) for _ in range(2))
    assert repr(first) == repr(again)
    assert [o.outcome for o in again] == [Outcome.OK, Outcome.EXCEPTION]
    assert type(again[0].value[0]) is tuple


@pytest.mark.parametrize("other", [
    replace(MOMENT, source=MOMENT.source + "\n"), replace(MOMENT, entry_point="g"),
    replace(MOMENT, namespace=replace(PLAIN, hash_seed=1)), replace(MOMENT, namespace=REACHING),
    replace(MOMENT, limits=Limits(cpu_seconds=3.0)), replace(MOMENT, limits=Limits(memory_mb=600)),
])
def test_another_program_namespace_or_limit_is_another_execution(path, other):
    program = replace(MOMENT, source="import time\ndef f(x): return time.time_ns()\ng = f")
    same = other.source == MOMENT.source
    assert run(path, program if same else MOMENT) != run(path, replace(other, source=program.source) if same else other)


@pytest.mark.parametrize("inputs", [(2,), (1, 1), (1.0,), (True,), ("1",), ((1,),)])
def test_other_inputs_are_another_execution(path, inputs):
    assert run(path)[0].value[1] != run(path, inputs=inputs)[0].value[1]


def test_equal_inputs_are_the_same_execution_however_they_were_made(path):
    first = run(path, inputs=[{"a": {"".join(["x", str(n)]) for n in range(20)}}])
    again = run(path, inputs=[{"a": {"".join(["x", str(n)]) for n in reversed(range(20))}}])
    assert first == again


def test_another_python_or_jail_is_another_execution(path, monkeypatch):
    first = run(path)
    monkeypatch.setattr(store_module, "_interpreter", lambda: "another")
    assert run(path) != first


def test_a_wall_timeout_is_not_kept_and_a_cpu_timeout_is(path):
    limits = Limits(cpu_seconds=0.3, wall_seconds=0.5)
    run(path, Program(source="import time\ndef f(x): time.sleep(9)", entry_point="f", namespace=PLAIN, limits=limits))
    store = ExecutionStore(path)
    assert len(store) == 0
    run(path, Program(source="def f(x):\n    while True: pass", entry_point="f", namespace=PLAIN,
                      limits=replace(limits, wall_seconds=20)))
    assert len(store) == 1


def test_a_failure_of_ours_is_not_kept(path, monkeypatch):
    monkeypatch.setattr("checkable.execute.sandbox.tries", lambda: iter(()))
    assert run(path)[0].outcome is Outcome.INFRASTRUCTURE
    assert len(ExecutionStore(path)) == 0
    monkeypatch.undo()
    assert run(path)[0].ok


def test_a_program_that_now_does_something_else_is_reported_and_the_stored_value_stays(path):
    first = run(path)
    store = ExecutionStore(path, rerun_share=1.0)
    with Sandbox(store=store, minimum_level=0) as sandbox:
        before = sandbox.resampled
        assert sandbox.run(MOMENT, [1]) == first
        steady = Program(source="def f(x): return x", entry_point="f", namespace=PLAIN)
        assert sandbox.run(steady, [1]) == sandbox.run(steady, [1])
        found = sandbox.resampled.since(before)
    assert found.looked_at == 2
    [said] = found.disagreed
    assert str(first[0].value[1]) in said


def test_nothing_was_looked_at_without_a_store():
    with Sandbox() as sandbox:
        assert sandbox.resampled == Resampled()


def test_threads_and_processes_that_ask_at_once_make_it_once(path):
    script = textwrap.dedent(f"""
        from checkable.core.execution import Namespace, Program
        from checkable.execute import ExecutionStore, Sandbox
        program = Program(source="import time\\ndef f(x): time.sleep(0.3); return time.time_ns()", entry_point="f",
                          namespace=Namespace(name="n", modules=("time",)))
        from concurrent.futures import ThreadPoolExecutor
        with Sandbox(workers=2, store=ExecutionStore({str(path)!r}), minimum_level=0) as sandbox:
            with ThreadPoolExecutor(4) as threads:
                seen = threads.map(lambda _: sandbox.run(program, [1])[0].value, range(4))
                print(*sorted(set(seen)))
    """)
    started = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True,
                                env={"PYTHONPATH": os.pathsep.join(sys.path)}) for _ in range(3)]
    said = {process.communicate()[0] for process in started}
    assert len(said) == 1
    assert len(said.pop().split()) == 1


def test_a_forked_copy_goes_on_with_a_connection_of_its_own(path):
    store = ExecutionStore(path, rerun_share=0.0)
    with Sandbox(store=store, minimum_level=0) as sandbox:
        first = sandbox.run(MOMENT, [1])
        pid = os.fork()
        if pid == 0:
            os._exit(0 if sandbox.run(MOMENT, [1]) == first and sandbox.run(MOMENT, [2])[0].ok else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        assert len(store) == 2


def test_a_large_result_is_made_every_time(path):
    large = Program(source="import time\ndef f(x): return [time.time_ns(), 'a' * 999_000, 'b' * 9_000]",
                    entry_point="f", namespace=PLAIN)
    assert run(path, large) != run(path, large)


def test_a_file_that_is_no_store_says_what_to_do(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database, but it is long enough to look like one" * 20)
    with pytest.raises(ExecutionStoreError, match="delete it, and programs are executed anew"):
        ExecutionStore(path)


def test_a_store_of_another_format_is_not_touched(path):
    ExecutionStore(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ExecutionStoreError, match="its format is 99, this version reads 1"):
        ExecutionStore(path)


def test_many_threads_share_one_store(path):
    store = ExecutionStore(path, rerun_share=0.0)
    programs = [replace(MOMENT, source=f"{MOMENT.source}\n# {n}") for n in range(20)]
    with Sandbox(workers=2, store=store, minimum_level=0) as sandbox, ThreadPoolExecutor(8) as threads:
        first = list(threads.map(lambda p: sandbox.run(p, [1]), programs))
        assert list(threads.map(lambda p: sandbox.run(p, [1]), programs)) == first
    assert len(store) == 20
