"""Queries over the operator inventory: what a choice of input settles, and that what is looked at is paid for."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from substrates.operator_inventory.answers import answers
from substrates.operator_inventory.options import InventoryOptions
from substrates.operator_inventory.substrate import substrate

from checkable.core.candidate import CheckedCandidate, Observation, Outcome
from checkable.evidence.active import ActiveOptions, active
from checkable.experiment.desk import Desk
from checkable.generate.inventory_search import InventorySearchOptions, inventory_search
from checkable.search.inventory import NoInventory
from checkable.search.programs import observe

OPTIONS = InventoryOptions(count=30, unlabelled=8)
TOOLS = SimpleNamespace(substrate=substrate, label=Desk(substrate, OPTIONS, None).label)


def checked(case, candidate):
    """What the checker makes of a composition; it needs no sandbox."""
    def on(inputs):
        return tuple(observe(substrate.inventory, candidate.source, inputs))

    on_examples = on([example.input for example in case.examples])
    passes = [seen.value for seen in on_examples] == [example.output for example in case.examples]
    return CheckedCandidate(candidate=candidate, on_examples=on_examples, on_query=on([case.query])[0],
                            on_unlabelled=on(case.unlabelled), passes=passes)


@pytest.fixture(scope="module")
def searched():
    """Cases of which more than one program fits the examples, with the programs."""
    cases = substrate.cases(OPTIONS, None).cases
    made = [(case, [checked(case, c) for c in inventory_search(case, InventorySearchOptions(), TOOLS)])
            for case in cases]
    return [(case, candidates) for case, candidates in made if len(candidates) > 1]


def survivors(case, candidates, choose):
    return [c for c in active(case, candidates, ActiveOptions(choose=choose), TOOLS) if c.passes]


def test_compositions_fit_the_examples_and_run_without_a_sandbox(searched):
    for _, candidates in searched:
        assert all(c.passes and c.on_query.outcome is Outcome.OK for c in candidates)
        assert all(c.candidate.provenance == "enumerated" for c in candidates)


def test_no_choice_of_one_input_leaves_fewer_programs_than_the_oracle(searched):
    assert searched
    for case, candidates in searched:
        best = len(survivors(case, candidates, "oracle"))
        assert all(best <= len(survivors(case, candidates, rule)) for rule in ("max-split", "random", "next"))


def test_a_label_never_rules_out_the_target(searched):
    known = answers(OPTIONS, None)
    for case, candidates in searched:
        assert known[case.id] in [c.on_query.value for c in survivors(case, candidates, "max-split")]


def test_the_oracle_pays_for_every_label_it_looks_at(searched):
    case, candidates = searched[0]
    for choose, labels in (("max-split", 1), ("oracle", len(case.unlabelled))):
        [first, *_] = active(case, candidates, ActiveOptions(choose=choose), TOOLS)
        assert sum(payment.labels for payment in first.paid) == labels


def test_a_substrate_without_an_inventory_says_so():
    bare = SimpleNamespace(name="bare", inventory_for=lambda case: None)
    case = substrate.cases(OPTIONS, None).cases[0]
    with pytest.raises(NoInventory, match="'bare' has no inventory"):
        inventory_search(case, InventorySearchOptions(), SimpleNamespace(substrate=bare))


def test_an_answer_is_not_touched_by_labels(searched):
    case, candidates = searched[0]
    direct = CheckedCandidate(candidate=candidates[0].candidate, on_examples=(), passes=None,
                              on_query=Observation(outcome=Outcome.OK, value=["M1"]))
    *_, told = active(case, [*candidates, direct], ActiveOptions(choose="max-split"), TOOLS)
    assert told.passes is None
