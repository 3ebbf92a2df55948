"""What a word declares about being learned reaches the audits, for arms as for controls."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from checkable.core.training import Training
from checkable.experiment.learning import learning
from checkable.spec.model import ArmSpec, ControlSpec, Use
from checkable.vocabulary import Word, words


@dataclass(frozen=True, kw_only=True)
class Policy:
    steps: int = 10
    seeds: tuple[int, ...] = (0,)


def trainings(options: Policy, tools: object) -> list[Training]:
    return [Training(seed=seed, texts=("a case",), scored_at="last step") for seed in options.seeds if options.steps]


def word(kind: str = "selector", **about) -> Word:
    facts = {"learned": True, "training": trainings, **about}
    return Word(kind=kind, name="policy", options=Policy, function=print, summary="", source=__name__, **facts)


def arm(name: str, *selectors: Use) -> ArmSpec:
    return ArmSpec(name=name, generators=(), evidence=(), selectors=selectors, line=1)


def registered(kind: str, name: str) -> Use:
    return Use(word=words(kind)[name], options=None)


def facts(*arms: ArmSpec, controls: tuple[ControlSpec, ...] = ()):
    return learning(SimpleNamespace(arms=arms, controls=controls), tools=None)


def test_a_learned_word_brings_its_trainings_and_an_untrained_use_is_a_baseline() -> None:
    found = facts(arm("trained", Use(word=word(), options=Policy(seeds=(0, 1)))),
                  arm("zero-shot", Use(word=word(), options=Policy(steps=0))),
                  arm("direct", registered("selector", "only")))
    assert {name: len(them) for name, them in found.trainings.items()} == {"trained": 2}
    assert found.baselines == {"zero-shot": "untrained"}


def test_a_learned_word_that_does_not_say_how_has_an_empty_entry() -> None:
    found = facts(arm("trained", Use(word=word(training=None), options=Policy())))
    assert found.trainings == {"trained": ()} and found.baselines == {}


@pytest.mark.parametrize(("selector", "kind"), [
    ("random", "random"), ("shortest", "heuristic"), ("majority", "heuristic"),
])
def test_the_words_of_the_product_say_which_baselines_they_are(selector: str, kind: str) -> None:
    assert facts(arm("base", registered("selector", selector))).baselines == {"base": kind}


def test_a_learned_arm_is_no_baseline_of_itself() -> None:
    both = arm("policy", Use(word=word(), options=Policy()), registered("selector", "shortest"))
    assert facts(both).baselines == {}


def test_a_control_that_trains_on_broken_labels_is_named() -> None:
    shuffled = ControlSpec(name="shuffled", of="policy", seed=0, line=1,
                           breaks=Use(word=word("break"), options=Policy(seeds=(0, 1, 2))))
    dice = ControlSpec(name="dice", of="policy", seed=0, line=1, breaks=registered("break", "visible-verdict"))
    found = facts(arm("policy", Use(word=word(), options=Policy())), controls=(shuffled, dice))
    assert found.shuffled == ("shuffled",) and len(found.trainings["shuffled"]) == 3
    assert found.baselines == {"dice": "random"}
