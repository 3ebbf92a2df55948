"""Progress lines: what is known, and nothing that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.progress import Progress
from checkable.report.progress import duration, line, rate, remaining


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (0, 250, 0.0, "executing 0/250 (0%)"),
        (0, 250, 9.0, "executing 0/250 (0%)"),
        (120, 250, 9.756, "executing 120/250 (48%), 12.3/s, 11 s left"),
        (249, 250, 10.0, "executing 249/250 (99%), 24.9/s, 0.04 s left"),
        (250, 250, 10.0, "executing 250/250 (100%), 25.0/s"),
        (3, 100, 120.0, "executing 3/100 (3%), 40 s each, 1 h 05 min left"),
        (7, 0, 7.0, "executing 7, 1.00/s"),
        (1200, 5000, 1.0, "executing 1,200/5,000 (24%), 1,200/s, 3.2 s left"),
    ],
)
def test_a_line_says_how_far_how_fast_and_how_long(done, total, seconds, text):
    assert line(Progress(phase="executing", done=done, total=total), seconds=seconds) == text


@pytest.mark.parametrize(
    ("done", "completions", "seconds", "text"),
    [
        (0, 0, 9.0, "generate 0/16 (0%), 0 completions"),
        (0, 1, 10.0, "generate 0/16 (0%), 1 completion, 0.10/s"),
        (0, 37, 30.0, "generate 0/16 (0%), 37 completions, 1.23/s"),
        (7, 50, 40.0, "generate 7/16 (43%), 50 completions, 1.25/s"),
        (8, 50, 40.0, "generate 8/16 (50%), 50 completions, 1.25/s, 40 s left"),
    ],
)
def test_completions_move_while_no_case_is_done_and_no_end_is_foretold(done, completions, seconds, text):
    progress = Progress(phase="generate", done=done, total=16, at_once=8, completions=completions)
    assert line(progress, seconds=seconds) == text


def test_a_phase_that_waits_for_an_engine_says_so_on_one_line():
    progress = Progress(phase="generate", done=0, total=16, completions=0, waiting="starting tiny (12 s)\n" + "x" * 200)
    text = line(progress, seconds=12)
    assert text.startswith("generate 0/16 (0%), starting tiny (12 s)") and text.endswith("…")
    assert "\n" not in text and len(text) < 110


@given(total=st.integers(1, 10_000), seconds=st.floats(0.001, 1e6), share=st.floats(0, 1), at_once=st.integers(1, 64))
def test_the_time_left_is_the_rest_at_the_rate_so_far(total, seconds, share, at_once):
    done = int(share * total)
    left = remaining(Progress(phase="executing", done=done, total=total, at_once=at_once), seconds)
    assert (left is None) == (done < at_once)
    if left is not None:
        assert left * rate(done, seconds) == pytest.approx(total - done)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0421, "0.042 s"),
        (1.0, "1.0 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min 00 s"),
        (184.2, "3 min 04 s"),
        (3599.7, "1 h 00 min"),
        (11220, "3 h 07 min"),
    ],
)
def test_durations_are_worded_by_their_size(seconds, text):
    assert duration(seconds) == text
