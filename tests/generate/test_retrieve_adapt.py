"""Algorithms of the library enter prompts as source, one each, and what the model makes of them is executed."""

from __future__ import annotations

import pytest

from checkable.core.candidate import Outcome
from checkable.core.case import Case
from checkable.generate.retrieve_adapt import RetrieveAdaptOptions, retrieve_adapt
from checkable.library import index_text, load
from checkable.retrieve.shelf import Shelf
from checkable.substrate import registry

from .scripted import ROOT, scripted

SHELVED = ("dates/is_leap_year.py", "number_theory/is_prime.py", "strings/group_anagrams.py")
LEAP = "```python\nfrom calendar import isleap\ndef leap(year):\n    return isleap(year)\n```"
NEVER = "```python\ndef leap(year):\n    return False\n```"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace")
    for file in SHELVED:
        to = root / "library" / file
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text((ROOT / "library" / file).read_text())
    (root / "library" / "index.jsonl").write_text(index_text(load(root / "library")))
    return Shelf(root, root / "kept", queries=["is it a leap year", "group the anagrams", "is it prime"])


@pytest.fixture
def adapt(sandbox, shelf):
    """The candidates for one case of a substrate of functions, executed, and what the model was asked."""
    def adapt(say, *, text="is it a leap year", name="mbpp", **options):
        substrate = registry.find(name, ROOT)
        case = Case(id="c", family="f", examples=(), query=None, text=text, entry_point="leap",
                    tests=("assert leap(2000) == True",))
        tools, script = scripted(sandbox, say, substrate=substrate, shelf=lambda: shelf)
        found = retrieve_adapt(case, RetrieveAdaptOptions(retriever="bm25", **options), tools)
        return [tools.check(case, one) for one in found], [text for text, _, _ in script.asked]

    return adapt


@pytest.mark.parametrize("name", ("mbpp", "humaneval"))
def test_each_algorithm_stands_as_source_in_a_prompt_of_its_own(adapt, name):
    _, asked = adapt([LEAP], k=2, name=name)
    assert len(asked) == 2 and "def is_leap_year(" in asked[0] and "def is_leap_year(" not in asked[1]
    assert all(text.count("def leap(") == 1 and "EXAMPLES" not in text for text in asked)


def test_a_repair_stands_beside_the_program_that_is_to_be_repaired(adapt):
    wrong = "def leap(year):\n    return year % 3 == 0\n# is it a leap year"
    _, asked = adapt([LEAP], k=1, name="quixbugs", text=wrong)
    assert "return year % 3 == 0" in asked[0] and "def is_leap_year(" in asked[0]
    assert "assert leap(2000) == True" in asked[0] and "name leap," in asked[0]


def test_lines_of_text_are_asked_for_by_their_examples(sandbox, shelf):
    from checkable.core.case import Example

    case = Case(id="c", family="f", examples=(Example(input="group the anagrams", output="anagrams group"),), query="q")
    tools, script = scripted(sandbox, [NEVER], shelf=lambda: shelf)
    retrieve_adapt(case, RetrieveAdaptOptions(retriever="bm25", k=1), tools)
    [(asked, _, _)] = script.asked
    assert "def group_anagrams(" in asked and "anagrams group" in asked and "def transform(text)" in asked


def test_what_the_model_makes_of_each_is_a_candidate_with_its_visible_verdict(adapt):
    found, _ = adapt(lambda text, *_: LEAP if "is_leap_year" in text else NEVER, k=2)
    assert [(c.candidate.id, c.candidate.kind, c.passes) for c in found] == [
        ("adapted/0", "program", True), ("adapted/1", "program", False)]


def test_several_samples_of_each_algorithm_stand_beside_each_other(adapt):
    found, asked = adapt([LEAP, NEVER], k=2, samples=2)
    assert [c.candidate.sample for c in found] == [0, 1, 2, 3]
    assert asked[0] == asked[1] != asked[2] == asked[3]
    assert [c.passes for c in found] == [True, False, True, False]


def test_a_completion_without_a_program_is_a_candidate_that_was_refused(adapt):
    found, _ = adapt(["I cannot."], k=1)
    assert [(c.candidate.source, c.passes, c.on_query.outcome) for c in found] == [(None, False, Outcome.REFUSED)]


def test_a_task_without_words_retrieves_nothing_and_asks_nothing(sandbox, shelf):
    tools, script = scripted(sandbox, [LEAP], substrate=registry.find("mbpp", ROOT), shelf=lambda: shelf)
    silent = Case(id="c", family="f", examples=(), query=None, text="", tests=())
    [found] = retrieve_adapt(silent, RetrieveAdaptOptions(retriever="bm25"), tools)
    assert not script.asked and found.source is None and found.parse_error == "no algorithm was retrieved"


def test_the_whole_library_in_a_prompt_is_no_retrieval():
    with pytest.raises(ValueError, match="not a retrieval"):
        RetrieveAdaptOptions(retriever="all")
