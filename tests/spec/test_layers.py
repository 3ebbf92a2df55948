"""Inheritance, matrix and tiers: what an item is made of."""

from __future__ import annotations

import pytest

from checkable.spec.errors import SpecErrors
from checkable.spec.loader import load_items


def test_defaults_of_a_folder_lie_under_its_specs(load):
    (spec,) = load(_defaults="seed: 7\nsampling: {temperature: 0.8, top_p: 0.9}\n", text="sampling: {top_p: 0.5}\n")
    assert (spec.seed, spec.sampling.temperature, spec.sampling.top_p) == (7, 0.8, 0.5)


def test_the_deeper_folder_wins_and_null_removes(root, tmp_path):
    outer = root / "specs" / tmp_path.name
    inner = outer / "inner"
    inner.mkdir(parents=True)
    (outer / "_defaults.yaml").write_text("seed: 1\ncases: 5\nmodel: qwen3-4b\nsampling: {max_tokens: 9}\n")
    (inner / "_defaults.yaml").write_text("seed: 2\nsampling: {max_tokens: null, top_k: 4}\n")
    path = inner / "a.yaml"
    path.write_text("title: A\nsubstrate: ledgers\ncases: null\narms: {direct: {generator: direct}}\n")
    (spec,) = load_items(path, root=root, tier="full")
    assert (spec.seed, spec.cases, spec.model) == (2, None, "qwen3-4b")
    assert (spec.sampling.max_tokens, spec.sampling.top_k) == (768, 4)
    assert "cases" not in spec.plain and "max_tokens" not in spec.plain["sampling"]


@pytest.mark.parametrize("text, place", [
    ("arms:\n  direct:\n  gate: {generator: program}\n", "arms.direct"),
    ("arms: {gate: {generator: program, selector: }}\n", "arms.gate.selector"),
    ("arms: {gate: {generator: program}}\nsampling: {max_tokens: }\n", "sampling.max_tokens"),
    ("arms: {gate: {generator: program}}\nclaim:\n", "claim"),
])
def test_a_key_left_empty_that_removes_nothing_is_a_mistake(load, text, place):
    with pytest.raises(SpecErrors, match=f"{place}: no value stands here") as raised:
        load(body="title: A\nsubstrate: ledgers\nmodel: qwen3-4b\n", text=text, _defaults="seed: 1\n")
    assert "an empty key removes what _defaults.yaml says" in str(raised.value)


def test_an_edit_of_defaults_is_seen_in_the_same_process(load):
    assert load(_defaults="seed: 1\n")[0].seed == 1
    assert load(_defaults="seed: 22\n")[0].seed == 22


def test_a_mistake_in_defaults_is_told_in_the_defaults(load):
    with pytest.raises(SpecErrors, match=r"_defaults.yaml:1:12: sampling.tmperature: unknown key"):
        load(_defaults="sampling: {tmperature: 1}\n")


def test_a_title_is_not_inherited(load):
    with pytest.raises(SpecErrors, match="a title cannot be inherited"):
        load(_defaults="title: all of them\n")


def test_another_word_replaces_a_word_and_the_same_word_is_merged(load):
    below = "{generator: {program: {repairs: 2, temperature: 0.5}}, selector: {majority: {at_least: 3}}}"
    body = "title: A\nsubstrate: ledgers\nmodel: qwen3-4b\n"
    above = "{generator: {program: {repairs: 4}}, selector: {only: {}}}"
    (spec,) = load(_defaults=f"arms: {{gate: {below}}}\n", body=body, text=f"arms: {{gate: {above}}}\n")
    (use,) = spec.arms[0].generators
    assert (use.options.repairs, use.options.temperature) == (4, 0.5)
    assert [u.word.name for u in spec.arms[0].selectors] == ["only"]


def test_another_substrate_brings_none_of_the_options_of_the_one_below(load):
    (spec,) = load(_defaults="substrate: {name: mbpp, split: test, plus: true}\n")
    assert spec.plain["substrate"] == {"name": "ledgers"}


def test_a_substrates_options_are_merged_where_the_name_stays(load):
    (spec,) = load(_defaults="substrate: {name: ledgers, noise: 0.5}\n", text="", body=(
        "title: A\nmodel: qwen3-4b\nsubstrate: {examples: 2}\narms: {direct: {generator: direct}}\n"))
    assert (spec.substrate_options.noise, spec.substrate_options.examples) == (0.5, 2)


def test_a_pool_takes_the_place_of_an_inherited_model_and_the_other_way_round(load):
    body = "title: A\nsubstrate: ledgers\narms: {direct: {generator: direct}}\n"
    (spec,) = load(_defaults="model: qwen3-4b\n", body=body, text="pool: pools/small.jsonl.gz\n")
    assert spec.model is None and spec.pool is not None and spec.pool.name == "small.jsonl.gz"
    (spec,) = load(_defaults="pool: pools/small.jsonl.gz\n", body=body, text="model: qwen3-4b\n")
    assert spec.model == "qwen3-4b" and spec.pool is None


# -- matrix


def names(specs):
    return [spec.item for spec in specs]


def test_a_matrix_multiplies_in_the_order_written(load):
    specs = load("matrix:\n  substrate.examples: [1, 2]\n  seed: [0, 1]\n")
    assert names(specs) == [f"full-examples-{examples}-seed-{seed}" for examples in (1, 2) for seed in (0, 1)]
    assert [(s.substrate_options.examples, s.seed) for s in specs] == [(1, 0), (1, 1), (2, 0), (2, 1)]
    assert specs[3].cell == {"substrate.examples": 2, "seed": 1}
    assert len({spec.hash for spec in specs}) == 4


@pytest.mark.parametrize(("key", "read"), [
    ("arms.gate.generator.program.repairs", lambda s: s.arms[1].generators[1].options.repairs),
    ("arms.direct.generator.program.repairs", lambda s: s.arms[0].generators[0].options.repairs),
    ("sampling.top_k", lambda s: s.sampling.top_k),
    ("controls.broken.seed", lambda s: s.controls[0].seed),
    ("execution.memory_mb", lambda s: s.limits.memory_mb),
    ("cases", lambda s: s.cases),
])
def test_a_dotted_key_reaches_into_words_lists_and_what_is_not_yet_there(load, key, read):
    body = (
        "title: A\nsubstrate: ledgers\nmodel: qwen3-4b\narms:\n  direct: {generator: program}\n"
        "  gate: {generator: [direct, program], selector: visible-pass}\n"
        "controls: {broken: {of: gate, break: visible-example}}\n"
    )
    value = 16 if key.endswith("_mb") else 3
    specs = load(body=body, text=f"matrix:\n  {key}: [{value}, {value + 1}]\n")
    assert [read(spec) for spec in specs] == [value, value + 1]


def test_a_matrix_can_vary_a_whole_word(load):
    specs = load("matrix: {arms.gate.selector: [majority, visible-pass]}\n")
    assert [s.arms[1].selectors[0].word.name for s in specs] == ["majority", "visible-pass"]
    assert names(specs) == ["full-selector-majority", "full-selector-visible-pass"]


def test_keys_that_end_alike_are_named_whole(load):
    specs = load("matrix: {seed: [1], arms.gate.generator.program.repairs: [1], controls.c.seed: [2]}\n"
                 "controls: {c: {of: gate, break: visible-example}}\n")
    assert names(specs) == ["full-seed-1-repairs-1-controls-c-seed-2"]


def test_item_names_hold_nothing_that_node_ids_do_not_bear(load):
    program = "arms.gate.generator.program"
    specs = load(
        f'matrix:\n  {program}.prompt: ["a [b]::c@d", "Do it"]\n  {program}.eager: [true]\n  sampling.top_p: [0.5]\n')
    assert names(specs) == ["full-prompt-a-b-c-d-eager-true-top_p-0.5", "full-prompt-Do-it-eager-true-top_p-0.5"]


# -- tiers


def test_smoke_runs_24_cases_on_the_embedded_model_and_judges_nothing(load):
    (smoke,), (full,) = load(tier="smoke"), load(tier="full")
    assert (smoke.model, smoke.cases, smoke.judge, smoke.item) == ("embedded", 24, False, "smoke")
    assert (full.model, full.cases, full.judge, full.item) == ("qwen3.5-4b", None, True, "full")


def test_smoke_does_what_it_is_told(load):
    (spec,) = load("tiers: {smoke: {cases: 3, model: qwen3-4b, sampling: {max_tokens: 5}}}\n", tier="smoke")
    assert (spec.cases, spec.model, spec.sampling.max_tokens, spec.judge) == (3, "qwen3-4b", 5, False)


def test_smoke_keeps_the_cases_of_the_spec(load):
    assert load("cases: 100\n", tier="smoke")[0].cases == 100


RECORDED = "title: A\nsubstrate: ledgers\narms: {direct: {generator: {recorded: {recording: r}}}}\n"
POOLED = "title: A\nsubstrate: ledgers\npool: pools/small.jsonl.gz\narms: {direct: {generator: direct}}\n"


@pytest.mark.parametrize("body", [RECORDED, POOLED], ids=["recorded", "pooled"])
def test_smoke_needs_no_model_where_completions_are_recorded(load, body):
    (spec,) = load(body=body, tier="smoke")
    assert (spec.model, spec.cases, spec.judge) == (None, 24, False)
    (spec,) = load(body=body, tier="smoke", text="cases: all\n")
    assert (spec.cases, spec.judge) == (None, True)


@pytest.mark.parametrize(("text", "tier", "judge"), [
    ("tiers: {smoke: {model: qwen3.5-4b, cases: all}}\n", "smoke", True),
    ("tiers: {smoke: {model: qwen3.5-4b}}\n", "smoke", False),
    ("cases: 24\ntiers: {smoke: {model: qwen3.5-4b}}\n", "smoke", True),
    ("tiers: {smoke: {judge: true}}\n", "smoke", True),
    ("tiers: {full: {judge: false}}\n", "full", False),
    ("tiers: {full: {cases: 10}}\n", "full", False),
    ("tiers: {full: {pool: pools/small.jsonl.gz}}\n", "full", False),
    ("tiers: {full: {seed: 3}}\n", "full", True),
])
def test_criteria_are_judged_where_model_pool_and_cases_are_the_specs_own(load, text, tier, judge):
    assert load(text, tier=tier)[0].judge is judge


def test_a_matrix_over_models_belongs_to_the_full_tier(load):
    text = "matrix: {model: [qwen3-4b, qwen3.5-4b], seed: [1, 2]}\n"
    assert names(load(text, tier="smoke")) == ["smoke-seed-1", "smoke-seed-2"]
    full = load(text, tier="full")
    assert [spec.model for spec in full] == ["qwen3-4b", "qwen3-4b", "qwen3.5-4b", "qwen3.5-4b"]
    assert all(spec.judge for spec in full)


def test_a_key_that_a_tier_sets_is_not_varied_in_it_unless_the_tier_says_so(load):
    text = "matrix: {seed: [1, 2], cases: [3, 4]}\ntiers: {smoke: {seed: 9, matrix: {cases: [5]}}}\n"
    (spec,) = load(text, tier="smoke")
    assert (spec.item, spec.seed, spec.cases) == ("smoke-cases-5", 9, 5)


def test_a_tier_of_the_defaults_is_merged_with_that_of_the_spec(load):
    defaults = "tiers: {smoke: {cases: 5, seed: 2}, full: {cases: 50}}\n"
    text = "seed: 1\ntiers: {smoke: {seed: null, sampling: {top_k: 3}}}\n"
    (smoke,), (full,) = load(text, tier="smoke", _defaults=defaults), load(text, tier="full", _defaults=defaults)
    assert (smoke.cases, smoke.seed, smoke.sampling.top_k) == (5, 0, 3)
    assert (full.cases, full.seed) == (50, 1)


def test_a_tier_can_drop_the_matrix(load):
    assert names(load("matrix: {seed: [1, 2]}\ntiers: {smoke: {matrix: null}}\n", tier="smoke")) == ["smoke"]


def test_the_command_lines_model_replaces_the_specs(load):
    (spec,) = load(tier="full", model="qwen3-4b")
    assert (spec.model, spec.judge) == ("qwen3-4b", False)
    assert load(tier="full", model="qwen3.5-4b")[0].judge is True
    assert load(tier="smoke", model="qwen3-4b")[0].model == "qwen3-4b"


def test_the_command_lines_model_is_nothing_that_judge_true_was_written_for(load):
    assert load("tiers: {full: {judge: true}}\n", tier="full", model="qwen3-4b")[0].judge is False
    assert load("tiers: {full: {judge: true}}\n", tier="full")[0].judge is True


def test_the_command_lines_model_replaces_a_pool_but_not_what_is_recorded(load):
    (spec,) = load(body=POOLED, model="qwen3-4b")
    assert (spec.model, spec.pool, spec.judge) == ("qwen3-4b", None, False)
    (spec,) = load(body=RECORDED, model="qwen3-4b")
    assert (spec.model, spec.judge) == (None, True)


def test_an_unknown_model_of_the_command_line_is_told(load):
    with pytest.raises(SpecErrors, match="no model is called 'qwen3-4'"):
        load(model="qwen3-4")


def test_smoke_finds_what_is_wrong_with_the_full_tier(load):
    with pytest.raises(SpecErrors, match="no model is called 'qwen9'"):
        load(tier="smoke", body="title: A\nsubstrate: ledgers\nmodel: qwen9\narms: {direct: {generator: direct}}\n")
