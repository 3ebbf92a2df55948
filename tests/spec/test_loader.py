"""From a file to typed specs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkable.core.expression import Beats, Metric
from checkable.engine.models import model_names
from checkable.spec.errors import SpecErrors
from checkable.spec.loader import is_spec, load_items

WHOLE = """\
research_program: reliability-and-safety
claim: executable-gate
description: About gates.
controls:
  shuffled-example: {of: gate, break: visible-example}
  random-pass: {of: gate, break: visible-verdict, seed: 5}
slices:
  disagreement: gate.treated and not gate.agrees(direct)
criteria:
  - gate beats direct on disagreement
  - >
    gate.correct(disagreement)
    > 3
reference:
  direct.correct: 138/250
  gate.accuracy: 0.550
  gate.precision: 55.2%
  gate.recoveries(direct): 18
  gate.lift(direct): 18/250
execution: {namespace: lenient, memory_mb: 64}
seed: 3
"""


def test_a_whole_spec_is_read(load, root):
    (spec,) = load(WHOLE)
    assert spec.experiment.startswith("specs/") and spec.experiment.endswith("gate.yaml")
    assert spec.markers == ("full", "ledgers", "reliability-and-safety", "executable-gate")
    direct, gate = spec.arms
    assert [use.word.name for use in gate.generators] == ["direct", "program"]
    assert gate.generators[1].options.repairs == 3
    assert [use.word.name for use in direct.selectors] == ["only"] and gate.line == 6
    assert [(c.name, c.of, c.breaks.word.name, c.seed) for c in spec.controls] == [
        ("shuffled-example", "gate", "visible-example", 3), ("random-pass", "gate", "visible-verdict", 5)]
    assert list(spec.slices) == ["disagreement"] and "agrees" in spec.slice_texts["disagreement"]
    assert spec.criteria[0].expression == Beats("gate", "direct", "disagreement")
    assert spec.criteria[1].text == "gate.correct(disagreement) > 3"
    assert (spec.namespace.name, spec.limits.memory_mb, spec.limits.cpu_seconds) == ("lenient", 64, 3.0)


def test_figures_are_read_as_they_were_published(load):
    (spec,) = load(WHOLE)
    figures = {r.text: (r.published, r.value, r.count, r.total) for r in spec.references}
    assert figures["direct.correct"] == ("138/250", 138.0, 138, 250)  # a count, like what is measured
    assert figures["gate.lift(direct)"] == ("18/250", 0.072, 18, 250)
    assert figures["gate.accuracy"] == ("0.550", 0.55, None, None)
    assert figures["gate.precision"] == ("55.2%", 0.552, None, None)
    assert figures["gate.recoveries(direct)"] == ("18", 18.0, None, None)
    assert spec.references[3].expression == Metric("gate", "recoveries", ("direct",))


def test_integers_are_accepted_where_floats_are_wanted_and_become_floats(load):
    (spec,) = load("sampling: {temperature: 1}\n")
    assert spec.sampling.temperature == 1.0 and isinstance(spec.sampling.temperature, float)


def test_nested_options_become_their_dataclasses(load):
    (spec,) = load(body=(
        "title: A\nsubstrate: ledgers\nmodel: qwen3-4b\narms:\n  c:\n    generator:\n      latent-compiler:\n"
        "        slots: 24\n        stages: [8, 16]\n        span: [1, 2]\n        weights: {a: 1}\n"
        "        lora: {rank: 16, quantization: nf4}\n        budget: much\n    selector: {majority: 4}\n"))
    options = spec.arms[0].generators[0].options
    assert (options.slots, options.stages, options.span, options.weights) == (24, (8, 16), (1, 2.0), {"a": 1.0})
    assert (options.lora.rank, options.lora.quantization, options.budget, options.style) == (16, "nf4", "much", "plain")
    assert spec.arms[0].selectors[0].options.at_least == 4


def test_the_hash_is_of_what_is_run_not_of_how_it_is_written(load):
    (one,) = load("seed: 3\ncases: 10\n")
    (two,) = load("cases:   10   # so many\n\"seed\": 3\ndescription: reworded\n")
    (other,) = load("seed: 4\ncases: 10\n")
    assert one.hash == two.hash != other.hash
    assert len(one.hash) == 16 and int(one.hash, 16) >= 0


def test_the_hash_of_a_known_spec_never_changes(load):
    (spec,) = load()
    assert spec.hash == "ceb32e80a4e3ed34"


def test_what_was_merged_is_kept_as_plain_data(load):
    (spec,) = load(WHOLE)

    def kinds(value):
        yield type(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from kinds(inner)

    assert set(kinds(spec.plain)) <= {dict, list, str, int, float}
    assert spec.plain["substrate"] == {"name": "ledgers"} and json.dumps(spec.plain)
    assert "tiers" not in spec.plain and "matrix" not in spec.plain


def test_a_line_is_counted_from_one_in_the_file_it_stands_in(load):
    (spec,) = load(WHOLE)
    lines = spec.path.read_text().splitlines()
    assert "gate beats direct" in lines[spec.criteria[0].line - 1]
    assert "random-pass" in lines[spec.controls[1].line - 1]
    assert "gate.lift" in lines[spec.references[4].line - 1]


@pytest.mark.parametrize(("path", "expected"), [
    ("specs/a.yaml", True), ("specs/foofah/b.yml", True), ("specs/_defaults.yaml", False), ("specs/.a.yaml", False),
    ("specs/a.json", False), ("models.yaml", False), ("substrates/foofah/recordings/a.yaml", False),
    ("specs.yaml", False),
])
def test_specs_are_yaml_files_below_a_folder_named_specs(path, expected):
    assert is_spec(Path("/somewhere") / path) is expected


def test_models_are_those_that_can_be_named(root, monkeypatch, load):
    from checkable.spec import models

    monkeypatch.undo()
    models._models.cache_clear()
    assert "embedded" in model_names(root)
    body = "title: A\nsubstrate: ledgers\narms: {d: {generator: direct}}\n"
    (spec,) = load(f"model: {model_names(root)[0]}\n", tier="smoke", body=body)
    assert spec.model == "embedded"
    (spec,) = load("model: embedded\n", model="http://localhost:8000/v1#anything", body=body)
    assert spec.model == "http://localhost:8000/v1#anything"


def test_loading_imports_no_model_library():
    heavy = ("torch", "transformers", "vllm", "numpy", "scipy", "jsonschema", "jinja2", "httpx", "pytest")
    code = f"import sys, checkable.spec.loader, checkable.spec.schema\nprint([m for m in {heavy} if m in sys.modules])"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "plugin")}
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_readmes_example_loads():
    """The example at the top of docs/spec-language.md, with the product's own words and substrates."""
    root = Path(__file__).parents[2]
    text = (root / "docs" / "spec-language.md").read_text().split("```yaml\n")[1].split("```")[0]
    path = root / "specs" / "example.yaml"

    from checkable.spec import yaml_lines
    from checkable.spec.cursor import Cursor
    from checkable.spec.layers import normalised
    from checkable.spec.resolve import Resolver
    from checkable.spec.tiers import read_tiers, tier_layer

    source, document = yaml_lines.parse_yaml(text, path)
    top = Cursor(source, [])
    said = read_tiers(normalised(document), top)
    for tier in ("smoke", "full"):
        layer = tier_layer(normalised(document), tier, said[tier], None, source)
        assert Resolver(root, top).item(layer.layer) is not None, "\n".join(map(str, top.errors))


SCRAPS = st.sampled_from((
    "title: A", "substrate: ledgers", "substrate: {name: 3}", "model: qwen3-4b", "pool: x", "arms:",
    "arms: {a: {generator: direct}}", "  gate: {generator: [direct, {program: {repairs: 3}}]}", "  - x",
    "matrix: {seed: [1]}", "matrix: 3", "tiers: {smoke: 3}", "tiers: {smoke: {matrix: x}}",
    "criteria: [a beats b, 3]", "criteria: x", "reference: {a.correct: [1]}", "reference: 3",
    "slices: {s: a.treated, t: 3}", "controls: {c: 3}", "controls: {c: {of: 3, break: [x]}}", "cases: {}",
    "execution: []", "seed: null", "sampling: null", "arms: {a: null}", "matrix: {substrate.name.x: [1], a.b: [c]}",
    "matrix: {arms.a.generator.direct.x: [1]}", "tiers: {full: {arms: {a: {generator: null}}}}", "claim: null",
    "criteria:", "reference: {3: 4}", "arms: [x]", "slices: [x]",
))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(SCRAPS | st.text(max_size=20), max_size=8), st.sampled_from(("smoke", "full")))
def test_no_file_whatever_raises_anything_but_spec_errors(root, lines, tier):
    folder = root / "specs" / "anything"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "any.yaml"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    try:
        load_items(path, root=root, tier=tier)
    except SpecErrors as errors:
        assert errors.errors and str(errors)
