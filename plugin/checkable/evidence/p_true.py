"""The model's own verdict on each candidate, read off one token.

The template ``p-true`` shows the case and the candidate (``program``, "" for an answer, and ``output``, what
it gives for the held-out input) and asks for the letter A (right) or B (wrong). The evidence is the
probability of A among the two as the first token: P(True) of Kadavath et al. (arXiv:2207.05221). Cost:
one prompt and one token for each distinct candidate of a case.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.core.candidate import CheckedCandidate
from checkable.core.case import Case
from checkable.core.completion import Completion
from checkable.evidence.asking import ask, greedy
from checkable.generate.tools import TEMPLATES, Tools
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, word

ALTERNATIVES = 20  # as many as OpenAI-compatible endpoints give


@dataclass(frozen=True, kw_only=True)
class PTrueOptions:
    template: str = option("p-true", "the template that shows a candidate and asks for A (right) or B (wrong)",
                           file=TEMPLATES)
    model: str | None = option(None, "another model of models.yaml that judges instead of the experiment's", model=True)


@word("evidence", "p-true", options=PTrueOptions)
def p_true(case: Case, candidates: Sequence[CheckedCandidate], options: PTrueOptions,
           tools: Tools) -> tuple[CheckedCandidate, ...]:
    """Adds ``p_true``: how probable the model thinks it that a candidate is right, by a single token.

    A candidate that cannot be read, whose prompt is too long, or for which neither letter is among the
    likeliest tokens has no such evidence, which is not the same as 0.
    """
    return tuple(_asked(case, checked, options, tools) for checked in candidates)


def _asked(case: Case, checked: CheckedCandidate, options: PTrueOptions, tools: Tools) -> CheckedCandidate:
    made = checked.candidate
    if made.parse_error is not None:
        return checked
    shown = {"program": made.source or "", "output": checked.on_query.value if checked.on_query.ok else None}
    prompt = tools.render(options.template, None, case, shown)
    try:
        completion, paid = ask(tools, prompt, greedy(tools, max_tokens=1, logprobs=ALTERNATIVES),
                               model=options.model)
    except Unreadable:
        return checked
    belief = first_letter(completion)
    evidence = checked.evidence if belief is None else {**checked.evidence, "p_true": belief}
    return replace(checked, evidence=evidence, paid=(*checked.paid, paid))


def first_letter(completion: Completion) -> float | None:
    """The probability of A among A and B as the first token; None where neither is among the likeliest."""
    if not completion.logprobs:
        return None
    mass = {"A": 0.0, "B": 0.0}
    for token, logprob in completion.logprobs[0].alternatives:
        if token.strip() in mass:
            mass[token.strip()] += math.exp(logprob)
    total = sum(mass.values())
    return mass["A"] / total if total else None
