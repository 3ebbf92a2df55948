"""Completions are asked for again where an engine is busy anyway, compared, and forgotten."""

from __future__ import annotations

from dataclasses import replace

from checkable.core.completion import (
    Completion,
    CompletionRequest,
    Message,
    ModelIdentity,
    Prompt,
    Provenance,
    Sampling,
)
from checkable.engine.endpoint import EngineError
from checkable.experiment.determinism import ask_again
from checkable.experiment.model import PooledModel, RecordedModel
from checkable.experiment.models import Models
from checkable.experiment.toolbox import Tally
from checkable.pool.store import Pool

MODEL = ModelIdentity(name="m", revision="0", engine="this test")


def request(number: int, temperature: float = 0.0) -> CompletionRequest:
    return CompletionRequest(model=MODEL, prompt=Prompt(messages=(Message(role="user", content=str(number)),)),
                             sampling=Sampling(temperature=temperature))


class Asked:
    """An engine that answers the same each time, or (``fickle``) otherwise from the second time on."""

    def __init__(self, *, fickle: bool = False, fails: bool = False) -> None:
        self.times: dict[str, int] = {}
        self.fickle, self.fails = fickle, fails

    def __call__(self, wanted: CompletionRequest) -> Completion:
        times = self.times[wanted.key] = self.times.get(wanted.key, 0) + 1
        if times > 1 and self.fails:
            raise EngineError("the engine is gone")
        return Completion(key=wanted.key, text="again" if times > 1 and self.fickle else "first", finish_reason="stop",
                          prompt_tokens=1, completion_tokens=1, seconds=0.0,
                          provenance=Provenance(kind="live", source="test", made_at=""))


def repeat(tmp_path, engine: Asked, *, temperatures=(0.0,) * 40, made_before: int = 0):
    """Run requests through the pool, ask again, and say what the pool then holds."""
    with Pool(tmp_path / "pool.sqlite") as pool:
        model = PooledModel(identity=MODEL, concurrency=2, facts={}, pool=pool, ask=engine, waiting=str)
        tally = Tally()
        wanted = [request(i, temperature) for i, temperature in enumerate(temperatures)]
        for one in wanted:
            tally.answered(one, model.complete(one))
        found = ask_again(tally, Models(own=model), made_before, 0, lambda progress: None)
        return found, {model.complete(one).text for one in wanted}, model


def test_a_steady_engine_repeats_itself(tmp_path) -> None:
    engine = Asked()
    found, _, _ = repeat(tmp_path, engine)
    assert (found.tried, found.different) == (4, 0)  # a tenth of forty
    assert sum(times == 2 for times in engine.times.values()) == 4


def test_a_fickle_engine_is_found_out_and_the_pool_keeps_the_first(tmp_path) -> None:
    found, kept, _ = repeat(tmp_path, Asked(fickle=True))
    assert (found.tried, found.different) == (4, 4)
    assert kept == {"first"}


def test_no_more_than_eight_are_asked_again_and_no_fewer_than_two(tmp_path) -> None:
    assert repeat(tmp_path / "many", Asked(), temperatures=(0.0,) * 200)[0].tried == 8
    assert repeat(tmp_path / "few", Asked(), temperatures=(0.0,) * 3)[0].tried == 2


def test_sampled_completions_are_not_expected_to_repeat(tmp_path) -> None:
    assert repeat(tmp_path, Asked(), temperatures=(0.7, 0.7))[0] is None


def test_a_run_that_made_nothing_starts_no_engine(tmp_path) -> None:
    engine = Asked()
    assert repeat(tmp_path, engine, made_before=40)[0] is None
    assert set(engine.times.values()) == {1}


def test_an_engine_that_fails_then_is_told_and_raises_nothing(tmp_path) -> None:
    found, kept, _ = repeat(tmp_path, Asked(fails=True))
    assert found.problem == "the engine is gone" and kept == {"first"}


def test_recorded_completions_cannot_be_asked_for_again() -> None:
    class Nothing:
        identity = MODEL

    tally = Tally()
    first = Asked()(request(0))
    tally.answered(request(0), replace(first, provenance=Provenance(kind="recorded", source="file", made_at="")))
    assert ask_again(tally, Models(own=RecordedModel(Nothing(), source="file")), -1, 0, lambda progress: None) is None
