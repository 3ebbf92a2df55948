"""The language of criteria, slices and references."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.expression import (
    Arithmetic,
    Beats,
    Both,
    Bound,
    CaseFact,
    Compare,
    Expression,
    Metric,
    Not,
    Number,
    Text,
)
from checkable.core.metrics import CASE_WORDS, METRICS
from checkable.spec.criteria import parse
from checkable.spec.criteria_checks import Names
from checkable.spec.tokens import Mistake

ARMS = ("direct", "gate", "shuffled-example")
SLICES = ("disagreement", "hard-cases")
NAMES = Names(ARMS, SLICES)


def criterion(text: str) -> Expression:
    return parse(text, NAMES, "criterion")


def gate(metric: str, *arguments: str) -> Metric:
    return Metric("gate", metric, arguments)


@pytest.mark.parametrize(("text", "expression"), [
    ("gate beats direct", Beats("gate", "direct")),
    ("gate beats shuffled-example on hard-cases", Beats("gate", "shuffled-example", "hard-cases")),
    ("gate within 2% of direct", Bound("gate", "direct", "within", 0.02)),
    ("gate within 0.5% of direct on hard-cases", Bound("gate", "direct", "within", 0.005, "hard-cases")),
    ("gate gains less than 5% over direct", Bound("gate", "direct", "gains", 0.05)),
    ("not gate gains less than 0.05 over shuffled-example on disagreement",
     Not(Bound("gate", "shuffled-example", "gains", 0.05, "disagreement"))),
    ("gate.precision >= 0.70", Compare(">=", gate("precision"), Number(0.7))),
    ("gate.accuracy >= 70%", Compare(">=", gate("accuracy"), Number(0.7))),
    ("gate.accuracy > 55.2%", Compare(">", gate("accuracy"), Number(0.552))),
    ("gate.accuracy == 156/250", Compare("==", gate("accuracy"), Arithmetic("/", Number(156), Number(250)))),
    ("gate.regressions(direct) <= 0", Compare("<=", gate("regressions", "direct"), Number(0))),
    ("gate.lift(direct, hard-cases) > 1e-3", Compare(">", gate("lift", "direct", "hard-cases"), Number(0.001))),
    ("gate.correct(disagreement) != -1", Compare("!=", gate("correct", "disagreement"), Number(-1))),
    ("gate.correct-direct.correct>3",
     Compare(">", Arithmetic("-", gate("correct"), Metric("direct", "correct")), Number(3))),
    ("-gate.correct < 0", Compare("<", Arithmetic("-", Number(0), gate("correct")), Number(0))),
    ("not gate.cases > 3 and gate beats direct",
     Both("and", Not(Compare(">", gate("cases"), Number(3))), Beats("gate", "direct"))),
])
def test_a_criterion_means_what_it_says(text, expression):
    assert criterion(text) == expression


def test_times_binds_closer_than_minus_and_minus_to_the_left():
    difference = Arithmetic("-", gate("correct"), Arithmetic("*", Number(2), Number(3)))
    assert parse("gate.correct - 2 * 3 - 1", NAMES, "reference") == Arithmetic("-", difference, Number(1))
    assert parse("gate.correct - (2 - 1)", NAMES, "reference") == Arithmetic(
        "-", gate("correct"), Arithmetic("-", Number(2), Number(1)))


def test_and_binds_closer_than_or():
    a, b, c = (Compare(">", gate("cases"), Number(n)) for n in (1, 2, 3))
    assert criterion("gate.cases > 1 or gate.cases > 2 and gate.cases > 3") == Both("or", a, Both("and", b, c))
    assert criterion("(gate.cases > 1 or gate.cases > 2) and gate.cases > 3") == Both("and", Both("or", a, b), c)


@pytest.mark.parametrize(("text", "expression"), [
    ("gate.treated and not gate.agrees(direct)", Both("and", gate("treated"), Not(gate("agrees", "direct")))),
    ('case.family == "x y"', Compare("==", CaseFact("family"), Text("x y"))),
    ("case.examples >= 2", Compare(">=", CaseFact("examples"), Number(2))),
    ("case.easy", CaseFact("easy")),
    ("case.low + 1 < case.high", Compare("<", Arithmetic("+", CaseFact("low"), Number(1)), CaseFact("high"))),
])
def test_a_slice_means_what_it_says(text, expression):
    assert parse(text, NAMES, "slice") == expression


def test_a_reference_is_a_number():
    assert parse("gate.recoveries(direct)", NAMES, "reference") == gate("recoveries", "direct")
    with pytest.raises(Mistake, match="true or false"):
        parse("gate.cases > 1", NAMES, "reference")


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda m: m.name)
def test_every_metric_takes_its_arms_and_perhaps_a_slice(metric):
    arms = ("direct",) * len(metric.takes)
    for arguments in (arms, (*arms, "disagreement"))[:1 if metric.of == "rounds" else 2]:
        written = f"({', '.join(arguments)})" if arguments else ""
        assert parse(f"gate.{metric.name}{written}", NAMES, "reference") == gate(metric.name, *arguments)
    with pytest.raises(Mistake):
        parse(f"gate.{metric.name}({', '.join((*arms, 'direct'))})", NAMES, "reference")


@pytest.mark.parametrize("word", CASE_WORDS.values(), ids=lambda w: w.name)
def test_every_case_word_takes_its_arms_and_no_slice(word):
    arms = ("direct",) * len(word.takes)
    written = f"({', '.join(arms)})" if arms else ""
    assert parse(f"gate.{word.name}{written}", NAMES, "slice") == gate(word.name, *arms)
    with pytest.raises(Mistake):
        parse(f"gate.{word.name}({', '.join((*arms, 'disagreement'))})", NAMES, "slice")


def test_a_number_that_is_no_number_is_refused():
    with pytest.raises(Mistake, match="larger than any number"):
        criterion("gate.cases < 1e999")


names = st.sampled_from(ARMS)
numbers = st.floats(0, 1e9).map(Number) | st.floats(-1e9, -1e-9).map(Number)


@st.composite
def metrics(draw: st.DrawFn) -> Metric:
    word = draw(st.sampled_from(list(METRICS.values())))
    arms = [draw(names) for _ in word.takes]
    cut = draw(st.lists(st.sampled_from(SLICES), max_size=1 if word.of == "cases" else 0))
    return Metric(draw(names), word.name, (*arms, *cut))


sums = st.recursive(
    numbers | metrics(), lambda inner: st.builds(Arithmetic, st.sampled_from("+-*/"), inner, inner), max_leaves=6)
beats = st.builds(Beats, names, names, st.none() | st.sampled_from(SLICES)).filter(lambda b: b.left != b.right)
comparisons = st.builds(Compare, st.sampled_from(("<", "<=", "==", "!=", ">=", ">")), sums, sums)
criteria = st.recursive(
    beats | comparisons,
    lambda inner: st.builds(Not, inner) | st.builds(Both, st.sampled_from(("and", "or")), inner, inner), max_leaves=6,
)


def printed(expression: Expression) -> str:
    """An expression as a person would write it, in parentheses wherever there is a choice."""
    match expression:
        case Number(value):
            return repr(value)
        case Metric(arm, name, arguments):
            return f"{arm}.{name}({', '.join(arguments)})" if arguments else f"{arm}.{name}"
        case Arithmetic(operator, left, right) | Compare(operator, left, right) | Both(operator, left, right):
            return f"({printed(left)}) {operator} ({printed(right)})"
        case Beats(left, right, cut):
            return f"{left} beats {right}" + (f" on {cut}" if cut else "")
        case Not(operand):
            return f"not ({printed(operand)})"
    raise AssertionError(expression)


@settings(deadline=None)
@given(criteria)
def test_a_printed_criterion_is_read_back(expression):
    assert criterion(printed(expression)) == expression


pieces = st.sampled_from((
    *ARMS, *SLICES, *METRICS, *CASE_WORDS, "case", "family", "beats", "within", "gains", "less", "than", "over", "of",
    "2%", "on", "and", "or", "not", "(", ")", ".", ",",
    "+", "-", "*", "/", "<", "<=", "==", "=", ">", "0.7", "70%", "3", '"x"', "'", "nobody",
))


@settings(deadline=None)
@given(st.text() | st.lists(pieces, max_size=14).map(" ".join) | st.lists(pieces, max_size=14).map("".join),
       st.sampled_from(("criterion", "slice", "reference")))
def test_no_text_raises_anything_but_a_mistake_within_it(text, language):
    try:
        parse(text, NAMES, language)
    except Mistake as mistake:
        assert 0 <= mistake.offset <= len(text) and mistake.message


@pytest.mark.parametrize("deep", ["(" * 3000, "not " * 3000, "-" * 3000, "gate.lift(" * 3000])
def test_depth_is_bounded(deep):
    with pytest.raises(Mistake):
        criterion(deep + "1")


@pytest.mark.parametrize(("text", "offset", "message", "help_"), [
    ("gate within direct", 12, "'direct' stands where the smallest difference of interest belongs",
     "gate within 2% of ARM"),
    ("gate within 0% of direct", 12, "0% is no difference of two shares", "more than 0 and at most 100%"),
    ("gate within 200% of direct", 12, "200% is no difference of two shares", "more than 0 and at most 100%"),
    ("gate within 2% off direct", 15, "'off' stands where 'of' belongs", "did you mean 'of'?"),
    ("gate gains under 2% over direct", 11, "'under' stands where 'less' belongs", "gate gains less than 2% over ARM"),
    ("gate gains less than 2%", 23, "the end stands where 'over' belongs", "gate gains less than 2% over ARM"),
    ("gate within 2% of gate", 18, "'gate' cannot be held against itself", "direct"),
    ("gate within 2% of drect", 18, "no arm or control is called 'drect'", "did you mean 'direct'?"),
    ("gate within 2% of direct on hard", 28, "no slice is called 'hard'", "hard-cases"),
    ("gate.correct within 2% of direct", 0, "'within' stands between two arms", "the name of an arm alone"),
])
def test_a_bound_that_is_written_wrongly_is_told_where_and_how(text, offset, message, help_):
    with pytest.raises(Mistake) as caught:
        criterion(text)
    mistake = caught.value
    assert (mistake.offset, mistake.message) == (offset, message)
    assert help_ in f"{mistake.expected} {mistake.hint}"


def test_a_bound_is_for_criteria_alone():
    with pytest.raises(Mistake):
        parse("gate within 2% of direct", NAMES, "slice")
    with pytest.raises(Mistake):
        parse("gate gains less than 2% over direct", NAMES, "reference")
