"""Audits of controls, baselines, and of whether what is compared is compared like for like."""

from __future__ import annotations

from dataclasses import replace

from checkable.core.completion import Sampling
from checkable.measure.audits import Learning, design

from ..builders import arm, foofah
from .build import candidate, learning, rows, run_of, trained

FOOFAH = foofah()
GREEDY, WARM = Sampling(), Sampling(temperature=0.7)
CONTROL = arm("shuffled", [True], role="control", of="gate")


def asked(name: str, *keys: tuple[str, ...]):
    return run_of(name, [[candidate(completion_keys=of_case)] if of_case else [] for of_case in keys])


def test_a_selecting_arm_owes_a_control() -> None:
    assert design.controls([FOOFAH["gate"], CONTROL], ["gate"]).level == "ok"
    found = design.controls([FOOFAH["gate"], CONTROL], ["gate", "rank"])
    assert found.level == "warning" and found.text.endswith("without a control: rank")


def test_a_control_that_never_changes_a_commit_shows_nothing() -> None:
    gate = FOOFAH["gate"]
    same = replace(gate, name="shuffled", role="control", of="gate", broken="visible-example")
    other = replace(same, name="random", cases=(replace(same.cases[0], output="another"), *same.cases[1:]))
    found = design.inert_controls([gate, same, other])
    assert found.level == "warning" and found.text.endswith("on every case: shuffled (of gate)")
    assert design.inert_controls([gate, other]).level == "ok"
    assert design.inert_controls([gate, FOOFAH["direct"]]).text == "there is no control"


def test_the_controls_of_a_claim_are_found_by_their_name_or_by_what_they_break() -> None:
    arms = [FOOFAH["gate"], CONTROL]
    assert design.required_controls(arms, ["shuffled", "visible-example", "gate"]).level == "ok"
    found = design.required_controls(arms, ["shuffled", "always-direct", "random-pass"])
    assert found.level == "warning" and found.text == "the claim also takes: always-direct, random-pass"
    assert design.required_controls(arms, []).level == "ok"


def test_a_learned_arm_stands_beside_three_trivial_baselines() -> None:
    some = Learning(trainings={"policy": trained(0)}, baselines={"max-split": "heuristic", "dice": "random"})
    found = design.baselines(some)
    assert found.level == "warning" and found.text == "beside policy there is no baseline that is untrained"
    assert design.baselines(replace(some, baselines={**some.baselines, "zero-shot": "untrained"})).level == "ok"
    assert design.baselines(Learning()).level == "ok"
    assert "random, untrained, heuristic" in design.baselines(learning(policy=trained(0))).text


def test_compared_arms_should_decode_alike_whatever_their_seeds() -> None:
    compared = rows(*FOOFAH.values())
    same = {"direct": [GREEDY], "gate": [replace(GREEDY, seed=5)]}
    assert design.decoding(same, compared).level == "ok"
    found = design.decoding({"direct": [GREEDY], "gate": [GREEDY, WARM]}, compared)
    assert found.level == "warning" and "gate and direct" in found.text
    assert design.decoding({}, compared).level == "note"


def test_compared_arms_should_ask_the_same_models() -> None:
    asked = {"direct": ["base"], "gate": ["base", "tuned"]}
    compared = rows(*FOOFAH.values())
    assert design.models({}, compared).level == "ok"
    assert design.models({"direct": ["base"], "gate": ["base"]}, compared).level == "ok"
    found = design.models(asked, compared)
    assert found.level == "warning" and "gate (base and tuned) and direct (base)" in found.text


def test_compared_arms_should_spend_alike_within_a_tenth() -> None:
    compared = rows(*FOOFAH.values())
    once = asked("direct", *[(f"d{i}",) for i in range(10)])
    twice = asked("gate", *[(f"a{i}", f"b{i}") for i in range(10)])
    found = design.budget([once, twice], [], compared)
    assert found.level == "warning" and found.text.endswith("gate and direct, 20 to 10 completions")
    nearly = asked("gate", ("a", "b"), *[(f"a{i}",) for i in range(9)])
    assert design.budget([once, nearly], [], compared).level == "ok"
    assert design.budget([asked("direct", ()), asked("gate", ())], [], compared).level == "note"


def test_tokens_count_where_every_case_says_them() -> None:
    cheap, dear = (arm(name, [True] * 4, tokens=spent) for name, spent in (("direct", 100), ("gate", 250)))
    runs = [asked(name, *[(f"{name}{i}",) for i in range(4)]) for name in ("direct", "gate")]
    found = design.budget(runs, [cheap, dear], rows(cheap, dear))
    assert found.text.endswith("gate and direct, 1,000 to 400 tokens")


def test_a_control_costs_what_its_arm_costs() -> None:
    arms = [FOOFAH["direct"], replace(FOOFAH["gate"], name="shuffled", role="control", of="direct")]
    runs = [asked("direct", ("a",)), replace(asked("shuffled", ("b", "c")), role="control")]
    assert design.budget(runs, [], rows(*arms)).level == "ok"


def test_an_arm_that_was_not_tried_everywhere_is_named() -> None:
    compared = rows(*FOOFAH.values())
    found = design.tried_cases([asked("direct", ("a",), ("b",)), asked("gate", ("a",), ())], compared)
    assert found.level == "warning" and "gate and direct (case-1)" in found.text
    assert design.tried_cases([asked("direct", ("a",)), asked("gate", ("a",))], compared).level == "ok"
