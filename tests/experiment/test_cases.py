"""Taking fewer cases keeps the spread."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from checkable.core.case import Case
from checkable.experiment.cases import take


def cases_of(sizes):
    return [Case(id=f"{f}/{i}", family=str(f), examples=(), query=None, attributes={"examples": i + 1})
            for f, size in enumerate(sizes) for i in range(size)]


FOOFAH = cases_of([5] * 50)


@given(st.lists(st.integers(1, 7), min_size=1, max_size=12), st.integers(1, 60))
def test_it_takes_as_many_as_asked_each_once_in_canonical_order(sizes, wanted):
    cases = cases_of(sizes)
    taken = take(cases, wanted)
    assert len(taken) == min(wanted, len(cases))
    assert list(taken) == [c for c in cases if c in taken]
    assert len({c.id for c in taken}) == len(taken)


@given(st.integers(1, 50))
def test_up_to_one_case_a_family_no_family_comes_twice(wanted):
    assert max(Counter(c.family for c in take(FOOFAH, wanted)).values()) == 1


@given(st.integers(50, 250))
def test_families_differ_by_at_most_one_case(wanted):
    counts = Counter(c.family for c in take(FOOFAH, wanted))
    assert len(counts) == 50 and max(counts.values()) - min(counts.values()) <= 1


def test_a_small_sample_has_every_number_of_examples():
    assert {c.attributes["examples"] for c in take(FOOFAH, 24)} == {1, 2, 3, 4, 5}


def test_none_takes_all():
    assert take(FOOFAH, None) == tuple(FOOFAH)
