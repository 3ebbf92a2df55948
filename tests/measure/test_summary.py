"""Summaries per population, and published figures beside measured ones."""

from __future__ import annotations

import math

import pytest

from checkable.core.expression import Arithmetic, Expression, Metric, Number
from checkable.core.metrics import METRICS
from checkable.core.scored import Estimate
from checkable.measure.summary import agrees, populations, references, restrict, summarise
from checkable.spec.model import ReferenceSpec
from checkable.substrate.contract import LabelIssue

from .builders import foofah

FOOFAH = foofah()
CORRECT = Metric("gate", "correct")


def issue(case: str, kind: str = "broken") -> LabelIssue:
    return LabelIssue(case=case, kind=kind, reason="said so")


def reference(published: str, expression: Expression = CORRECT, value: float | None = None) -> ReferenceSpec:
    count, _, total = published.partition("/")
    of = {"count": int(count), "total": int(total)} if total else {}
    read = float(published.rstrip("%")) / (100 if "%" in published else 1) if not total else int(count) / int(total)
    return ReferenceSpec(text="x", expression=expression, published=published, line=1,
                         value=read if value is None else value, **of)


def test_cases_without_a_known_issue_are_one_population() -> None:
    assert populations(["a", "b"], []) == {"all": {"a", "b"}}
    assert populations(["a", "b"], [issue("of another split")]) == {"all": {"a", "b"}}


def test_broken_labels_make_a_clean_population_and_leaking_ones_stay_in_it() -> None:
    made = populations(["a", "b", "c"], [issue("a"), issue("b", "leaking"), issue("z")])
    assert made == {"as published": {"a", "b", "c"}, "clean": {"b", "c"}}


def test_an_arm_is_summarised_on_every_population_by_every_metric_that_needs_no_other() -> None:
    among = {"as published": frozenset(c.id for c in FOOFAH["gate"].cases), "clean": frozenset({"case-0", "case-112"})}
    summary = summarise(FOOFAH["gate"], "direct + program, visible-pass", among, seed=0)
    assert set(summary.metrics) == {"as published", "clean"}
    assert set(summary.metrics["clean"]) == \
        {name for name, word in METRICS.items() if not word.takes and word.of == "cases"}
    assert summary.metrics["as published"]["correct"].value == 156
    assert summary.metrics["clean"]["cases"].value == 2
    assert (summary.name, summary.description) == ("gate", "direct + program, visible-pass")


def test_a_restricted_arm_keeps_the_order_of_its_cases() -> None:
    kept = restrict(FOOFAH["gate"], frozenset({"case-9", "case-3"}))
    assert [case.id for case in kept.cases] == ["case-3", "case-9"]


@pytest.mark.parametrize(("published", "numerator", "denominator", "expected"), [
    ("156/250", 156, 250, True), ("155/250", 156, 250, False),
    ("156/250", 14, 24, None),  # a run on 24 of 250 cases says nothing about 250
    ("35/44", 35, 44, True), ("35/44", 36, 45, False),  # how many commits there were was measured too
])
def test_a_published_count_agrees_exactly_or_not_at_all(published, numerator, denominator, expected) -> None:
    measured = Estimate(value=numerator / denominator, numerator=numerator, denominator=denominator)
    assert agrees(reference(published), measured, cases=24 if denominator == 24 else 250) is expected


@pytest.mark.parametrize(("published", "value", "expected"), [
    ("79.5%", 62 / 78, True), ("79.4%", 62 / 78, False), ("0.795", 62 / 78, True), ("79%", 62 / 78, True),
    ("18", 18.0, True), ("18", 17.0, False), ("7.2%", 0.624 - 0.552, True), ("-1.5", -1.46, True),
    ("0.80", 62 / 78, False),
])
def test_a_published_decimal_agrees_where_the_measured_number_rounds_to_it(published, value, expected) -> None:
    assert agrees(reference(published), Estimate(value=value), cases=250) is expected


def test_an_undefined_number_neither_agrees_nor_disagrees() -> None:
    assert agrees(reference("18"), Estimate(value=math.nan), cases=250) is None


def test_references_stand_beside_what_was_measured() -> None:
    specs = [reference("156/250"), reference("79.5%", Metric("gate", "precision")),
             reference("17", Metric("gate", "recoveries", ("direct",))),
             reference("7.2%", Arithmetic("-", Metric("gate", "accuracy"), Metric("direct", "accuracy"))),
             reference("156/250", Arithmetic("*", Metric("gate", "accuracy"), Number(1)))]
    found = references(specs, FOOFAH, {}, seed=0)
    assert [r.agrees for r in found] == [True, True, False, True, True]
    assert found[0].published == "156/250" and found[0].measured.value == 156


def test_a_run_that_is_not_comparable_agrees_with_nothing() -> None:
    (found,) = references([reference("156/250")], FOOFAH, {}, seed=0, comparable=False)
    assert found.agrees is None and found.measured.value == 156
