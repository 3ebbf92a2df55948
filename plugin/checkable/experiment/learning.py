"""What is learned in an experiment, as its words say: the facts that audits of training ask for."""

from __future__ import annotations

from collections.abc import Iterable

from checkable.core.training import Training
from checkable.experiment.teaching import rewritten
from checkable.generate.tools import Tools
from checkable.measure.audits import Learning
from checkable.spec.model import ArmSpec, ControlSpec, Spec, Use
from checkable.vocabulary import Baseline


def learning(spec: Spec, tools: Tools) -> Learning:
    """Trainings and trivial baselines by arm and control.

    An arm whose learned words all say that they were not trained is the untrained baseline.
    """
    trainings = {arm.name: _trainings(learned, tools) for arm in spec.arms if (learned := _learned(_uses(arm)))}
    untrained = [arm.name for arm in spec.arms if arm.name in trainings and _says_untrained(arm, trainings[arm.name])]
    again = {c.name: _trained_again(c, spec.arms, tools) for c in spec.controls if c.breaks.word.learned}
    baselines: dict[str, Baseline] = dict.fromkeys(untrained, "untrained")
    trivial = {arm.name: _kind((*arm.generators, *arm.selectors)) for arm in spec.arms if arm.name not in trainings}
    baselines |= {name: kind for name, kind in trivial.items() if kind}
    baselines |= {control.name: kind for control in spec.controls if (kind := _kind([control.breaks]))}
    return Learning(trainings={name: found for name, found in trainings.items() if name not in untrained} | again,
                    shuffled=tuple(again), baselines=baselines)


def _uses(arm: ArmSpec) -> Iterable[Use]:
    return (*arm.generators, *arm.evidence, *arm.selectors)


def _learned(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if use.word.learned]


def _trainings(learned: Iterable[Use], tools: Tools) -> tuple[Training, ...]:
    """Of all words that say how they were trained."""
    return tuple(one for use in learned if use.word.training for one in use.word.training(use.options, tools))


def _trained_again(control: ControlSpec, arms: Iterable[ArmSpec], tools: Tools) -> tuple[Training, ...]:
    """Of the arm's learned words under the options that the break gives them, or of the break itself."""
    if control.breaks.word.rewrites is None:
        return _trainings([control.breaks], tools)
    return _trainings(_learned(rewritten(control, tuple(arms)).generators), tools)


def _says_untrained(arm: ArmSpec, found: tuple[Training, ...]) -> bool:
    return not found and all(use.word.training is not None for use in _learned(_uses(arm)))


def _kind(uses: Iterable[Use]) -> Baseline | None:
    """Which trivial policy decides: random as soon as one word is."""
    kinds = {use.word.baseline for use in uses}
    return "random" if "random" in kinds else next((kind for kind in kinds if kind is not None), None)
