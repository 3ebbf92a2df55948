"""Overlap is found exactly where a comparison of every pair finds it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.overlap import NEAR, jaccard, overlap, shingles

TEXTS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from([0.5, 0.8, 0.95]))
def test_no_near_duplicate_is_missed_and_none_is_invented(evaluated, trained, near: float) -> None:
    named = {f"case-{i}": text for i, text in enumerate(evaluated)}
    found = overlap(named, trained, near=near)
    exact = sorted(name for name, text in named.items() if text in trained)
    close = sorted(name for name, text in named.items() if name not in exact and any(
        jaccard(shingles(text), shingles(other)) >= near for other in trained))
    assert (list(found.exact), list(found.near)) == (exact, close)


def test_letter_case_and_spacing_do_not_hide_a_copy() -> None:
    assert overlap({"a": "Sort the  rows\nby date"}, ["sort the rows by DATE"]).exact == ("a",)


def test_one_changed_word_in_a_long_text_is_near_and_in_a_short_one_is_not() -> None:
    words = [f"word{i}" for i in range(80)]
    changed = [*words[:40], "other", *words[41:]]
    assert overlap({"a": " ".join(words)}, [" ".join(changed)], near=NEAR).near == ("a",)
    assert overlap({"a": " ".join(words[35:45])}, [" ".join(changed[35:45])]).near == ()


def test_nothing_overlaps_with_nothing() -> None:
    assert overlap({}, ["a"]).exact == overlap({"a": "b"}, []).near == ()
