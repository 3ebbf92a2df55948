"""What a criterion compares is read off its syntax: arms, numbers and slice."""

from __future__ import annotations

import pytest

from checkable.measure.compared import compared, rows
from checkable.spec.criteria import parse
from checkable.spec.criteria_checks import Names

NAMES = Names(("direct", "gate", "other"), ("hard", "easy"))


def of(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    return [(c.arm, c.base, c.metrics, c.slice) for c in compared(parse(text, NAMES, "criterion"))]


@pytest.mark.parametrize(("text", "pairs"), [
    ("gate beats direct", [("gate", "direct", ("accuracy",), None)]),
    ("gate beats direct on hard", [("gate", "direct", ("accuracy",), "hard")]),
    ("gate within 2% of other", [("gate", "other", ("accuracy",), None)]),
    ("gate.precision >= 0.7", []),
    ("gate.precision(hard) > gate.precision(easy)", []),
    ("gate.regressions(direct) <= 0", [("gate", "direct", ("regressions",), None)]),
    ("gate.regressions(direct, hard) <= 0", [("gate", "direct", ("regressions",), "hard")]),
    ("gate.correct >= direct.correct", [("gate", "direct", ("correct",), None)]),
    ("gate.correct(hard) >= direct.correct(hard)", [("gate", "direct", ("correct",), "hard")]),
    ("gate.accuracy - direct.accuracy >= 2%", [("gate", "direct", ("accuracy",), None)]),
    ("gate.coverage > direct.accuracy", [("gate", "direct", ("coverage", "accuracy"), None)]),
    ("gate.recoveries(direct) > other.recoveries(direct)",
     [("gate", "direct", ("recoveries",), None), ("other", "direct", ("recoveries",), None),
      ("gate", "other", ("recoveries",), None)]),
    ("not gate beats direct and gate beats other",
     [("gate", "direct", ("accuracy",), None), ("gate", "other", ("accuracy",), None)]),
])
def test_a_criterion_compares_the_arms_that_it_names(text, pairs) -> None:
    assert of(text) == pairs


def test_the_table_has_rows_for_commits_on_all_cases_alone() -> None:
    lines = ("gate beats direct on hard", "gate.coverage > direct.coverage", "gate.tokens < other.tokens",
             "other.correct > gate.correct")
    assert rows([parse(line, NAMES, "criterion") for line in lines]) == [("other", "gate")]
