"""The properties of one result in JUnit XML: flat names, scalars, ASCII.

The schema that CI systems check (Jenkins' junit-10.xsd) allows properties in a suite and not in a
test case, so that each name says which experiment it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from checkable.core.result import ExperimentResult
from checkable.report.entries import address_of
from checkable.report.figures import Figure
from checkable.report.text import ascii_only, one_line
from checkable.report.view import ArmView, ResultView, view

Property = tuple[str, str | int | float]
METRICS = ("correct", "accuracy", "coverage", "precision", "commits", "tokens", "seconds")


def properties(result: ExperimentResult | Mapping[str, Any], *, report: str = "") -> list[Property]:
    """What a dashboard that reads JUnit wants of a result; an undefined number is the text "undefined".

    Names are ``<experiment>::<item>.<fact>``, ``….arm.<arm>[.<population>].<metric>`` (the first
    population has no name of its own), ``….arm.<arm>.seed.<seed>.accuracy`` of a training alone,
    ``….arm.<arm>.models`` where arms ask different ones, and ``….criterion.<number>``; ``….headline`` names
    the comparison that terminal, page and summary show first. ``report`` is where the page is;
    ``….report`` leads to the experiment on it.
    """
    seen = view(result)
    found = [(_ascii(f"{seen.name}.{name}"), _scalar(value)) for name, value in _all(seen)]
    if report:
        address = f"{report}#{address_of(seen.experiment, seen.item)}"
        found.append((_ascii(f"{seen.name}.report"), _ascii(address)))
    return found


def _all(seen: ResultView) -> Iterator[tuple[str, Any]]:
    for fact in ("experiment", "item", "title", "verdict", "status"):
        yield fact, getattr(seen, fact)
    for fact in ("tier", "substrate", "split", "research_program", "claim", "started"):
        if seen.plain[fact] is not None:
            yield fact, seen.plain[fact]
    yield "spec_hash", seen.provenance.get("spec_hash", "unknown")
    for name, fact in seen.provenance.get("isolation", {}).items():
        yield f"isolation.{name}", fact if not isinstance(fact, (list, tuple)) else "; ".join(fact) or "none"
    for number, criterion in enumerate(seen.criteria, 1):
        yield f"criterion.{number}", f"{criterion.verdict}: {criterion.text}: {criterion.reason}"
    if (first := seen.headline) is not None:
        yield "headline", f"{first.arm} - {first.base}"
        yield "headline.difference", first.difference
        yield "headline.p", first.p_adjusted if first.p_adjusted is not None else "undefined"
    for arm in seen.arms:
        yield from _arm(arm, seen)
    warnings = [audit for audit in seen.audits if audit["level"] == "warning"]
    yield "warnings", len(warnings)
    yield "warnings.justified", sum(bool(audit.get("justification")) for audit in warnings)


def _arm(arm: ArmView, seen: ResultView) -> Iterator[tuple[str, Any]]:
    for index, (population, cases) in enumerate(seen.populations.items()):
        prefix = f"arm.{arm.name}" + (f".{re.sub(r'[^a-z0-9]+', '-', population.lower())}" if index else "")
        yield f"{prefix}.cases", cases
        for metric in METRICS:
            if metric in arm.metrics.get(population, {}):
                yield f"{prefix}.{metric}", arm.figure(population, metric)
    if arm.models:
        yield f"arm.{arm.name}.models", ", ".join(arm.models)
    if arm.versus is not None:
        yield f"arm.{arm.name}.recoveries", arm.versus.recoveries
        yield f"arm.{arm.name}.regressions", arm.versus.regressions
        yield f"arm.{arm.name}.difference", arm.versus.difference
    for alone in arm.seeds:
        yield f"arm.{arm.name}.seed.{alone.seed}.accuracy", alone.accuracy


def _scalar(value: Any) -> str | int | float:
    if isinstance(value, Figure):
        value = "undefined" if value.value is None else value.value
    return value if isinstance(value, (int, float)) else _ascii(str(value))


def _ascii(text: str) -> str:
    return ascii_only(one_line(text))
