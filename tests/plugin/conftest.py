"""A workspace of its own for each test: the real Foofah substrate, and a recorded pool written here.

The completions are made up: transposing tables, with direct answers that are right on every second
case and programs that are right on two of three. Everything after them is the real thing.
"""

import json
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
import yaml  # noqa: F401  (before pytester resets sys.modules under PyYAML's C parser)

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity, Provenance, Sampling
from checkable.pool.recorded import RecordingNote
from checkable.pool.store import Pool
from checkable.substrate import prompts, registry

ROOT = Path(__file__).resolve().parents[2]
MODEL = ModelIdentity(name="made-up", revision="0", engine="this test")
RIGHT = "def transform(table):\n    return [list(row) for row in zip(*table)]"
WRONG = "def transform(table):\n    return table"
CASES = 12
SPEC = """
title: Transposing, made up
research_program: reliability-and-safety
claim: executable-gate
substrate: {name: foofah, split: generated, count: 12, difficulty: easy, operators: [transpose]}
pool: pool.jsonl.gz
arms:
  direct: {generator: direct}
  gate: {generator: [direct, program], selector: visible-pass}
controls:
  always-direct: {of: gate, break: always-direct}
criteria:
  - gate.correct > direct.correct
  - gate.regressions(direct) <= 0
reference:
  gate.correct: 10/12
tiers:
  smoke: {cases: all}
"""


@pytest.fixture(scope="session")
def recorded_pool(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("recorded")
    substrate = registry.find("foofah", ROOT)
    options = substrate.options(split="generated", count=CASES, difficulty="easy", operators=("transpose",))
    with Pool(folder / "pool.sqlite") as pool:
        for i, case in enumerate(substrate.cases(options, None).cases):
            rows = [list(row) for row in zip(*case.query, strict=True)] if i % 2 else case.query
            for template, text in (("direct", json.dumps(rows)), ("program", RIGHT if i % 3 else WRONG)):
                put(pool, substrate, template, case, text)
        pool.export(folder / "pool.jsonl.gz", model=MODEL, note=RecordingNote(
            made_by="a test", made_at="2026-01-01", hardware="none", licence="none"))
    return folder / "pool.jsonl.gz"


def put(pool, substrate, template, case, text):
    prompt = prompts.render(prompts.load(substrate.folder / "prompts", template), case=case)
    request = CompletionRequest(model=MODEL, prompt=prompt, sampling=Sampling())
    pool.put(request, Completion(
        key=request.key, text=text, finish_reason="stop", prompt_tokens=10, completion_tokens=5, seconds=0.1,
        provenance=Provenance(kind="live", source="a test", made_at="2026-01-01T00:00:00Z")))


@pytest.fixture
def workspace(pytester, recorded_pool, monkeypatch):
    monkeypatch.delenv("CHECKABLE_DATA", raising=False)
    copytree(ROOT / "substrates", pytester.path / "substrates", ignore=ignore_patterns("__pycache__", "pools"))
    (pytester.path / "pool.jsonl.gz").write_bytes(recorded_pool.read_bytes())
    pytester.makeini("[pytest]\n")
    spec(pytester, "transpose", SPEC)
    return pytester


def spec(pytester, name: str, text: str) -> Path:
    path = pytester.path / "specs" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path
