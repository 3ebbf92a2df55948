"""Labels that were bought and then mixed up: is it what they say that helps, or that there are some?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCandidate, CheckedCase
from checkable.core.case import Example, Json
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class PaidLabelOptions:
    instead: Literal["shuffled", "candidate"] = option(
        "shuffled", "shuffled: the labels of all cases are dealt out again; candidate: what a random candidate of the "
                    "case outputs there, as plausible as the candidates are", choices=("shuffled", "candidate"))


@word("break", "paid-label", options=PaidLabelOptions)
def paid_label(cases: Sequence[CheckedCase], options: PaidLabelOptions, context: BreakContext) -> list[CheckedCase]:
    """Check candidates against wrong labels for the inputs that were asked about; which were asked stays."""
    bought = [example.output for case in cases for example in _labelled(case)]
    context.random.shuffle(bought)
    return [_mislabelled(case, options, bought, context) for case in cases]


def _labelled(case: CheckedCase) -> tuple[Example, ...]:
    return case.candidates[0].labelled if case.candidates else ()


def _mislabelled(case: CheckedCase, options: PaidLabelOptions, bought: list[Json],
                 context: BreakContext) -> CheckedCase:
    labels = _labelled(case)
    if not labels:
        return case
    dealt = [bought.pop() if options.instead == "shuffled" else _plausible(case, label, context) for label in labels]
    wrong = tuple(replace(label, output=output) for label, output in zip(labels, dealt, strict=True))
    return replace(case, candidates=tuple(_rechecked(c, case, wrong, context) for c in case.candidates))


def _plausible(case: CheckedCase, label: Example, context: BreakContext) -> Json:
    at = case.case.unlabelled.index(label.input)
    outputs = [c.on_unlabelled[at].value for c in case.candidates if c.on_unlabelled and c.on_unlabelled[at].ok]
    return context.random.choice(outputs) if outputs else label.output


def _rechecked(checked: CheckedCandidate, case: CheckedCase, wrong: tuple[Example, ...],
               context: BreakContext) -> CheckedCandidate:
    if not checked.on_unlabelled:
        return checked
    again = context.recheck(checked, case.case, replace(case.case, examples=(*case.case.examples, *wrong)))
    passes = again.passes if case.case.entry_point is None else bool(again.passes) and _agrees(checked, case, wrong)
    return replace(checked, passes=passes, labelled=wrong)


def _agrees(checked: CheckedCandidate, case: CheckedCase, labels: Sequence[Example]) -> bool:
    """Whether a program does on unlabelled calls what the labels say: in a case with tests they are no examples."""
    seen = dict(zip(case.case.unlabelled, checked.on_unlabelled, strict=True))
    return all(seen[label.input].ok and seen[label.input].value == label.output for label in labels)
