"""Labels of code: what the reference returns, for calls that nothing scores; libraries extended with references."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from tests.generate.scripted import ROOT, scripted

from checkable.control.context import BreakContext
from checkable.core.candidate import Candidate, CheckedCase
from checkable.evidence.acquisition import commit_of
from checkable.experiment.checking import Checker
from checkable.experiment.desk import Desk
from checkable.generate.retrieve_wrap import Extension
from checkable.measure.answers import load_answers, load_references
from checkable.measure.audits.data import bought_labels
from checkable.measure.extension import NoExtension, references
from checkable.substrate import registry
from checkable.substrate.functions.calls import read_call, write_call
from checkable.vocabulary import words

MBPP = registry.find("mbpp", ROOT)
RIGHT = "def count_Num(n):\n    return 1 if n == 1 else 2 ** (n - 2)"
WRONG = "def count_Num(n):\n    return n - 1"


@pytest.fixture
def market(sandbox, data):
    """A case, its desk, and programs of it executed on what is visible."""
    def market(*sources, **options):
        options = MBPP.options(**options)
        (case,) = MBPP.cases(options, data).cases
        checker = Checker(MBPP, next(iter(MBPP.namespaces.values())), MBPP.limits, sandbox)
        made = [Candidate(id=f"p/{i}", channel="p", kind="program", sample=i, text="", source=source)
                for i, source in enumerate(sources)]
        return case, Desk(MBPP, options, data, checker.run), [checker.check(case, one) for one in made], checker

    return market


def active(case, desk, candidates, sandbox, **options):
    tools = replace(scripted(sandbox, [""], substrate=MBPP)[0], label=desk.label)
    word = words("evidence")["active"]
    return word.function(case, candidates, word.options(**options), tools)


def test_a_label_is_what_the_reference_returns_and_a_scored_call_is_not_for_sale(market):
    case, desk, _, _ = market(tasks="211")
    told = {call: desk.label(case, at) for at, call in enumerate(case.unlabelled)}
    assert told["count_Num(3)"] is None and told["count_Num(1)"] is None  # hidden tests ask these
    assert told["count_Num(5)"].output == "8"
    assert desk.sold.scored == 2 and desk.sold.bought == len(case.unlabelled) - 2
    assert "2 inputs were not for sale, since hidden tests score them" in bought_labels(desk.sold).text


@pytest.mark.parametrize("rule", ("entropy", "disagreement", "decision", "max-split", "random", "next", "oracle"))
def test_a_bought_label_tells_programs_apart_that_pass_what_is_visible(market, sandbox, rule):
    case, desk, made, _ = market(WRONG, RIGHT, tasks="211", unlabelled=4)
    assert [c.passes for c in made] == [True, True]
    told = active(case, desk, made, sandbox, choose=rule, queries=3)
    assert told[0].passes is False and told[0].labelled


def test_what_is_committed_of_code_is_what_it_does_on_every_call(market):
    case, _, made, _ = market(WRONG, RIGHT, tasks="211")
    assert made[0].on_query.canonical == made[1].on_query.canonical
    assert commit_of(case, made[0]) != commit_of(case, made[1])


def test_labels_that_are_mixed_up_change_what_passes(market, sandbox):
    case, desk, made, checker = market(RIGHT, WRONG, tasks="211", unlabelled=4)
    told = active(case, desk, made, sandbox, queries=1, choose="next")
    context = BreakContext(fallback="", recheck=checker.recheck, side_by_side=None, random=Random(0))
    broken = words("break")["paid-label"]
    (same,) = broken.function([CheckedCase(case=case, candidates=told)], broken.options(), context)
    assert [c.passes for c in same.candidates] == [c.passes for c in told]  # one label can be dealt out one way
    lies = tuple(replace(c, labelled=(replace(c.labelled[0], output="'no'"),)) for c in told)
    (mixed,) = broken.function([CheckedCase(case=case, candidates=lies)], broken.options(), context)
    assert [c.passes for c in mixed.candidates] == [False, False]


def test_inputs_that_are_set_aside_are_shown_and_not_scored(data):
    options = MBPP.options(edition="plus", tasks="11-40", aside=8)
    hidden = load_answers(MBPP, options, data, ROOT)
    whole = load_answers(MBPP, replace(options, aside=0), data, ROOT)
    for case in MBPP.cases(options, data).cases:
        shown, scored = set(case.unlabelled), {write_call(case.entry_point, call) for call in hidden[case.id].calls}
        assert shown and not shown & scored and not set(case.tests) & shown
        assert len(hidden[case.id].calls) >= len(whole[case.id].calls) // 2 > 0
        assert all(read_call(call).function == case.entry_point for call in shown)
    with pytest.raises(ValueError, match="of the plus edition alone"):
        MBPP.options(aside=8)


@pytest.mark.parametrize("name", ("humaneval", "quixbugs"))
def test_every_substrate_of_functions_sells_labels(name, sandbox, data):
    substrate = registry.find(name, ROOT)
    options = substrate.options()
    case = next(c for c in substrate.cases(options, data).cases if c.unlabelled)
    checker = Checker(substrate, next(iter(substrate.namespaces.values())), substrate.limits, sandbox)
    desk = Desk(substrate, options, data, checker.run)
    told = [desk.label(case, at) for at in range(len(case.unlabelled))]
    source = load_references(substrate, options, data, ROOT)[case.id]
    seen = checker.run(case, source, case.unlabelled)
    assert any(told) and all(one.output == o.value for one, o in zip(told, seen, strict=True) if one is not None)


def test_references_join_a_library_under_names_of_their_own(data):
    options = MBPP.options(tasks="211")
    found = references(MBPP, options, Extension(tasks="171-215"), data, ROOT)
    assert len({algorithm.name for algorithm in found}) == len(found) >= 40
    (one,) = references(MBPP, options, Extension(tasks="211"), data, ROOT)
    assert one.signature == "reference_211(n)"
    assert [a.name for a in found if a.topic == "references of evaluated cases"] == ["reference_211"]
    assert len(references(MBPP, options, Extension(split="train", tasks="601-605"), data, ROOT)) == 5
    with pytest.raises(NoExtension, match="none of the tasks 601-605"):
        references(MBPP, options, Extension(tasks="601-605"), data, ROOT)
