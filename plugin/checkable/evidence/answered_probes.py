"""Counterexample probes, live: the model answers unlabelled inputs directly, and programs are held against it.

The first unlabelled inputs of a case are put into the prompt in the place of the held-out one. A program
has support where it agrees with the answers. It is evidence from the same model, and shares its mistakes:
in the published records right programs had *less* support than wrong ones. Cost: one prompt and up to
``max_tokens`` for each probe, once a case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.core.candidate import CheckedCandidate, Payment
from checkable.core.case import Case, Json
from checkable.evidence.asking import payment
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask
from checkable.substrate.contract import Unreadable, WrongShape
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class AnsweredProbesOptions(SamplingOptions):
    template: str = option("direct", "the template that asks for an answer", file=TEMPLATES)
    probes: int = option(3, "how many of the case's unlabelled inputs are asked about", minimum=1, maximum=64)

    def __post_init__(self) -> None:
        if self.samples != 1:
            raise ValueError("'samples' has no effect here: each probe is answered once")


@word("evidence", "answered-probes", options=AnsweredProbesOptions)
def answered_probes(case: Case, candidates: Sequence[CheckedCandidate], options: AnsweredProbesOptions,
                    tools: Tools) -> tuple[CheckedCandidate, ...]:
    """Adds ``support``: the share of probes on which a passing program and the model's direct answer agree.

    A probe counts only where the answer can be read and the program runs; without such a probe a
    candidate has no support at all, which is not the same as a support of 0. Nothing is asked where no
    program passes the visible examples.
    """
    if not any(checked.passes for checked in candidates):
        return tuple(candidates)
    answered = [_answer(case, given, options, tools) for given in case.unlabelled[:options.probes]]
    paid = tuple(price for _, price in answered if price is not None)
    return tuple(_supported(checked, [answer for answer, _ in answered], paid, tools) for checked in candidates)


def _answer(case: Case, given: Json, options: AnsweredProbesOptions, tools: Tools) -> tuple[Json, Payment | None]:
    """The model's answer to one probe in canonical form (None where it cannot be read), and its price."""
    prompt = tools.render(options.template, None, replace(case, query=given))
    try:
        completion = ask(tools, prompt, options, 0)
    except Unreadable:
        return None, None
    try:
        return tools.substrate.shape(tools.substrate.read_answer(completion.text)), payment(completion)
    except (Unreadable, WrongShape):
        return None, payment(completion)


def _supported(checked: CheckedCandidate, answers: Sequence[Json], paid: tuple[Payment, ...],
               tools: Tools) -> CheckedCandidate:
    charged = replace(checked, paid=(*checked.paid, *paid))
    if not checked.passes:
        return charged
    agreed = [tools.substrate.equal(seen.value, answer)
              for seen, answer in zip(checked.on_unlabelled, answers, strict=False)  # as many as were asked about
              if seen.ok and answer is not None]
    if not agreed:
        return charged
    return replace(charged, evidence={**checked.evidence, "support": sum(agreed) / len(agreed)})
