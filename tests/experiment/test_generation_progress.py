"""What is told while candidates are generated: completions as they come, also where no case is done yet."""

import threading
from pathlib import Path

from checkable.core.completion import Completion, ModelIdentity, Provenance
from checkable.execute import Sandbox
from checkable.experiment.run import run
from checkable.experiment.services import Services
from checkable.spec.loader import load_items

ROOT = Path(__file__).resolve().parents[2]
CASES = 3
SPEC = """
title: Told while it is made
substrate: {name: foofah, count: 3, difficulty: easy}
model: embedded
arms:
  both:
    generator: [direct, {direct: {channel: longer, max_tokens: 800}}]
    selector: majority
tiers: {smoke: {cases: all}}
"""


class PatientModel:
    """Answers the first question of every case at once, and the second only when ``heard`` is set."""

    identity = ModelIdentity(name="patient", revision="0", engine="this test")
    concurrency = CASES
    facts = {}
    waiting, made, ask_again = "", 0, None

    def __init__(self) -> None:
        self.heard = threading.Event()

    def complete(self, request):
        if request.sampling.max_tokens == 800:
            assert self.heard.wait(30), "no progress was told while every case waited for its second completion"
        return Completion(key=request.key, text='[["a"]]', finish_reason="stop", prompt_tokens=1, completion_tokens=1,
                          seconds=0.0, provenance=Provenance(kind="live", source="this test", made_at=""))


def told_by_a_run(folder, model, hear=lambda now: None):
    """Every progress that one run tells; ``hear`` is called with each as it comes."""
    path = folder / "specs" / "told.yaml"
    path.parent.mkdir()
    path.write_text(SPEC)
    (spec,) = load_items(path, root=ROOT, tier="smoke")
    told = []

    def progress(now):
        told.append(now)
        hear(now)

    with Sandbox(workers=1) as sandbox:
        run(spec, Services(root=ROOT, data=None, sandbox=sandbox, open_model=lambda _: model,
                           open_recording=lambda _: None, progress=progress))
    return [now for now in told if now.phase == "generate"]


def test_completions_are_told_before_any_case_is_done(tmp_path):
    model = PatientModel()

    def hear(now):
        if now.completions == CASES and now.done == 0:
            model.heard.set()

    last = told_by_a_run(tmp_path, model, hear)[-1]
    assert model.heard.is_set()
    assert (last.done, last.total, last.completions, last.at_once) == (CASES, CASES, 2 * CASES, CASES)


def test_what_the_model_waits_for_travels_with_the_progress(tmp_path):
    model = PatientModel()
    model.waiting = "starting patient (3 s)"
    model.heard.set()
    assert {now.waiting for now in told_by_a_run(tmp_path, model)} == {"starting patient (3 s)"}
