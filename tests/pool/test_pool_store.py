"""What the live pool promises: kept exactly, kept apart, made once, by whoever asks."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pool_values import MODEL, answer, completions, models, request, requests

from checkable.core.completion import ModelIdentity
from checkable.pool.store import Pool, PoolFormatError

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def pool(tmp_path: Path):
    with Pool(tmp_path / "pool.sqlite") as opened:
        yield opened


@quick
@given(asked=requests, said=completions)
def test_what_was_put_is_got_back_exactly(tmp_path_factory, asked, said):
    completion = answer(asked, **said)
    with Pool(tmp_path_factory.mktemp("pool") / "p") as fresh:
        fresh.put(asked, completion)
        assert fresh.get(asked.key) == completion


@quick
@given(asked=requests, other=models)
def test_two_models_never_share_an_entry(tmp_path_factory, asked, other):
    elsewhere = replace(asked, model=other)
    with Pool(tmp_path_factory.mktemp("pool") / "p") as fresh:
        fresh.put(asked, answer(asked))
        assert (fresh.get(elsewhere.key) is not None) == (other == asked.model)


def test_every_part_of_a_request_makes_another_entry(pool):
    base = request()
    variations = [
        request("hello "), request(index=1), request(seed=1), request(temperature=0.5), request(max_tokens=7),
        request(stop=("x",)), request(json_schema={"type": "object"}), request(logprobs=0),
        *(request(model=replace(MODEL, **{part: "else"})) for part in ("name", "revision", "engine", "adapter")),
    ]
    assert len({base.key, *(one.key for one in variations)}) == len(variations) + 1


def test_the_first_completion_stays(pool):
    pool.put(request(), answer(request(), "first"))
    pool.put(request(), answer(request(), "second"))
    assert pool.get(request().key).text == "first"


def test_a_completion_of_another_request_is_refused(pool):
    with pytest.raises(ValueError, match="does not answer request"):
        pool.put(request("a"), answer(request("b")))
    assert len(pool) == 0


def test_of_many_threads_one_makes_and_all_get_it(pool):
    made = []

    def make():
        made.append(1)
        time.sleep(0.05)
        return answer(request())

    with ThreadPoolExecutor(16) as threads:
        results = list(threads.map(lambda _: pool.get_or_make(request(), make), range(16)))
    assert len(made) == 1
    assert [was_made for _, was_made in results].count(True) == 1
    assert {completion.text for completion, _ in results} == {"world"}


def test_different_keys_are_made_side_by_side(pool):
    together = threading.Barrier(4, timeout=30)

    def make(asked):
        together.wait()  # passes only if four makers are inside at once
        return answer(asked)

    with ThreadPoolExecutor(4) as threads:
        asked = [request(str(i)) for i in range(4)]
        results = list(threads.map(lambda one: pool.get_or_make(one, lambda: make(one)), asked))
    assert all(was_made for _, was_made in results)


def test_where_the_maker_fails_the_next_one_makes(pool):
    with pytest.raises(RuntimeError, match="no engine"):
        pool.get_or_make(request(), lambda: (_ for _ in ()).throw(RuntimeError("no engine")))
    assert pool.get_or_make(request(), lambda: answer(request()))[1]


def _ask_from_a_process(path: str, log: str, start) -> None:
    start.wait()
    with Pool(path) as pool:
        for number in range(30):
            asked = request(str(number))

            def make(asked=asked, number=number):
                with open(log, "a") as file:
                    file.write(f"{number}\n")
                return answer(asked, f"text {number}")

            assert pool.get_or_make(asked, make)[0].text == f"text {number}"


def test_of_many_processes_one_makes_each(tmp_path):
    context = multiprocessing.get_context("spawn")
    start = context.Event()
    log = tmp_path / "made"
    arguments = (str(tmp_path / "p"), str(log), start)
    workers = [context.Process(target=_ask_from_a_process, args=arguments) for _ in range(3)]
    for worker in workers:
        worker.start()
    start.set()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert sorted(map(int, log.read_text().split())) == list(range(30))


def test_a_forked_child_can_go_on_using_the_pool(pool):
    pool.put(request("parent"), answer(request("parent")))
    child = multiprocessing.get_context("fork").Process(
        target=lambda: pool.put(request("child"), answer(request("child"))))
    child.start()
    child.join()
    assert child.exitcode == 0
    assert pool.get(request("child").key) and pool.get(request("parent").key)


def test_entries_tell_what_is_stored_and_whose(pool):
    other = ModelIdentity(name="z", revision="1", engine="e")
    for one in (request("a"), request("b"), request("a", model=other)):
        pool.put(one, answer(one))
    assert pool.models() == {MODEL: 2, other: 1}
    stored = list(pool.entries(other))
    assert [entry.key for entry in stored] == [request("a", model=other).key]
    assert pool.prompt(stored[0].prompt_digest)["messages"] == [{"role": "user", "content": "a"}]
    assert [entry.key for entry in pool.entries()] == sorted(entry.key for entry in pool.entries())


def test_many_are_stored_at_once_or_none(pool):
    good, bad = request("good"), request("bad")
    with pytest.raises(ValueError):
        pool.put_all([(good, answer(good)), (bad, answer(good))])
    assert len(pool) == 0
    assert pool.put_all([(good, answer(good)), (bad, answer(bad))]) == 2
    assert pool.put_all([(good, answer(good))]) == 0


def test_a_file_that_is_no_pool_is_named(tmp_path):
    (tmp_path / "notes.txt").write_text("shopping list " * 500)
    with pytest.raises(PoolFormatError, match=r"notes\.txt is not a pool"):
        Pool(tmp_path / "notes.txt")


def test_a_pool_of_a_later_format_is_not_touched(tmp_path):
    Pool(tmp_path / "p").close()
    connection = sqlite3.connect(tmp_path / "p")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(PoolFormatError, match="format 99"):
        Pool(tmp_path / "p")
