"""Many programs over one queue: in order, bounded, and the same for any number of workers."""

from __future__ import annotations

import itertools
import threading

import pytest
from execute_helpers import PLAIN
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits, Program
from checkable.execute import Sandbox
from checkable.execute.many import in_order
from checkable.execute.turns import Turns


@given(st.lists(st.integers()), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items(items, threads):
    assert list(in_order(lambda n: n * 2, items, threads)) == [n * 2 for n in items]


def test_an_endless_source_is_read_no_further_than_needed():
    read = []
    source = (read.append(n) or n for n in itertools.count())
    assert list(itertools.islice(in_order(lambda n: n, source, 2), 5)) == [0, 1, 2, 3, 4]
    assert len(read) < 50


def test_a_slow_item_holds_nobody_up():
    others_done, done = threading.Event(), []

    def work(n):
        if n == 0:
            assert others_done.wait(30)
        else:
            done.append(n)
            if len(done) == 6:
                others_done.set()
        return n

    assert list(in_order(work, range(7), 2)) == list(range(7))


def test_the_first_exception_is_raised_where_its_item_stood():
    results = in_order(lambda n: 1 // n, [1, 1, 0, 1], 2)
    assert [next(results), next(results)] == [1, 1]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_observations_are_the_same_for_any_number_of_workers():
    sources = ["def f(x): return [x, list({'a', 'b', 'c', 'd'})]", "def f(x): return 1 // 0", "def f(x)",
               "def f(x): return print", "def f(x):\n    while True: pass", "def f(x): return bytearray(1 << 30)"]
    limits = Limits(cpu_seconds=0.3, memory_mb=64)
    work = [(Program(source=sources[n % 6], entry_point="f", namespace=PLAIN, limits=limits), [n, n + 1])
            for n in range(18)]
    seen = []
    for workers in (1, 2, 4):
        with Sandbox(workers=workers, minimum_level=0) as sandbox:
            seen.append([[(o.outcome, o.value, o.error) for o in observations]
                         for observations in sandbox.run_many(work)])
    assert seen[0] == seen[1] == seen[2]
    assert {o for [(o, _, _), _] in seen[0]} == {Outcome.OK, Outcome.EXCEPTION, Outcome.REFUSED, Outcome.WRONG_SHAPE,
                                                 Outcome.TIMEOUT, Outcome.MEMORY}


def test_a_program_that_waited_too_long_is_tried_again_with_nobody_beside_it(monkeypatch):
    tries, beside, running = [], [], set()

    def noted(sandbox, request):
        running.add(request.digest)
        seen = original(sandbox, request)
        if seen.waited:
            tries.append(request.digest)
            beside.append(running - {request.digest})
        running.discard(request.digest)
        return seen

    original = Sandbox._try
    monkeypatch.setattr(Sandbox, "_try", noted)
    limits = Limits(cpu_seconds=5.0, wall_seconds=0.5)
    sleeper = Program(source="import time\ndef f(x): time.sleep(60)", entry_point="f", namespace=PLAIN, limits=limits)
    others = [(Program(source=f"import time\ndef f(x): time.sleep(0.1); return {n}", entry_point="f", namespace=PLAIN,
                       limits=Limits()), [0]) for n in range(12)]
    with Sandbox(workers=3, minimum_level=0) as sandbox:
        first, *rest = sandbox.run_many([(sleeper, [0]), *others])
    assert first[0].outcome is Outcome.TIMEOUT
    assert first[0].error == "more than 0.5 s"
    assert [o.value for [o] in rest] == list(range(12))
    assert len(tries) == 2
    assert beside[0] and not beside[1]


def test_a_turn_alone_waits_for_the_others_and_keeps_them_out():
    turns, inside = Turns(2), []

    def one(n):
        with turns.one():
            inside.append(n)
            most.append(len(inside))
            inside.remove(n)

    most = []
    with turns.alone():
        threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        assert inside == most == []
    for thread in threads:
        thread.join()
    assert len(most) == 8
    assert max(most) <= 2


def test_two_who_want_to_be_alone_take_turns():
    turns, order = Turns(4), []

    def alone(n):
        with turns.alone():
            order.extend([n, n])

    threads = [threading.Thread(target=alone, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order[::2] == order[1::2]
    assert sorted(order[::2]) == list(range(6))
