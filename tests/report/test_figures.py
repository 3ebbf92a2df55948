"""Numbers in words: rounded honestly, undefined where they are undefined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.report import figures
from checkable.report.charts import difference_scale
from checkable.report.figures import Figure
from checkable.report.text import clean, clip, flow, wrap
from checkable.report.view import status_of


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (Figure(), "undefined"),
        (Figure(method="undefined: no cases"), "undefined: no cases"),
        (Figure(value=156.0, numerator=156, denominator=250, low=141.2, high=170.9), "156 of 250 [141, 171]"),
        (Figure(value=32 / 47, numerator=32, denominator=47, low=0.538, high=0.796), "32/47 = 68.1% [53.8, 79.6]"),
        (Figure(value=412.4, low=398.2, high=427.0), "412.4 [398, 427]"),
        (Figure(value=0.75), "0.75"),
    ],
)
def test_an_estimate_is_worded_by_its_kind(estimate, text):
    assert figures.measured(estimate) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.072, "+7.2"), (-0.072, "−7.2"), (0.0, "0.0"), (-0.0001, "0.0"), (None, "–")]
)
def test_differences_have_a_sign_unless_they_are_nothing(value, text):
    assert figures.points(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "–"), (3e-9, "< .0001"), (0.00034, "0.0003"), (0.0341, "0.034"), (1.0, "1")]
)
def test_p_values(value, text):
    assert figures.p_value(value) == text


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), None, "0.5"])
def test_what_is_no_finite_number_is_undefined(bad):
    assert figures.finite(bad) is None


BOUNDS = st.none() | st.floats(-1, 1)


@given(st.lists(st.builds(Figure, value=BOUNDS, low=BOUNDS, high=BOUNDS), max_size=6))
def test_an_axis_holds_zero_and_everything_on_it_with_few_round_ticks(found):
    scale = difference_scale(found)
    numbers = [n for f in found for n in (f.value, f.low, f.high) if n is not None]
    assert scale.low <= min([0, *numbers]) + 1e-9 and scale.high >= max([0, *numbers]) - 1e-9
    assert 0.0 in scale.ticks and 2 <= len(scale.ticks) <= 6
    assert [float(scale.percent(t).rstrip("%")) for t in (scale.low, scale.high)] == [0, 100]


@pytest.mark.parametrize(
    ("verdict", "criteria", "status"),
    [
        ("failed", ["held", "failed", "undecided"], "failed"),
        ("failed", ["held", "undecided"], "undecided"),
        ("passed", ["held"], "passed"),
        ("passed", [], "no criteria"),
        ("not judged", ["failed"], "not judged"),
    ],
)
def test_a_status_tells_a_refuted_criterion_from_an_undecided_one(verdict, criteria, status):
    assert status_of(verdict, criteria) == status


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_cleaned_text_can_be_written_and_is_left_alone_the_second_time(text):
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned == clean(cleaned)
    assert len(cleaned) == len(text)


@pytest.mark.parametrize("text", ["plain words of a sentence " * 5, "中文字符" * 40, "x" * 300])
def test_wrapped_and_clipped_text_keeps_to_its_cells(text):
    from wcwidth import width

    assert all(width(line) <= 40 for line in wrap(text, 40, first="  ", rest="      "))
    assert all(width(line) <= 40 for line in flow([text, "a", "b"], 40))
    assert width(clip(text, 40, "…")) <= 40
