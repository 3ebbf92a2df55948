"""Active evidence: buy the labels of a few unlabelled inputs, and check programs against them too.

The case shows inputs without outputs. Somebody could be asked for the output of some of them, at a price:
the desk (``experiment/desk.py``) sells it, from what the substrate knows of its unlabelled inputs, never
the output of the held-out input, nor of a call that hidden tests make. Which inputs are worth asking
about is decided one by one, by what the candidates that are still believed would output there
(``acquisition.py``). Afterwards a program passes only if it reproduces the bought examples too. Cost:
``queries`` labels a case, counted as ``labels``; no tokens.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from checkable.core.candidate import CheckedCandidate, Payment
from checkable.core.case import Case, Example
from checkable.evidence.acquisition import can_change, choose, commit_of
from checkable.generate.tools import Tools
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ActiveOptions:
    queries: int = option(1, "how many labels are bought for a case", minimum=1, maximum=64)
    choose: Literal["entropy", "disagreement", "max-split", "decision", "random", "next", "oracle"] = option(
        "entropy", "which input is asked about: where candidates disagree (entropy, disagreement), where a label is "
                   "expected to rule out most of them (max-split) or to change the commit for the better (decision), "
                   "any (random), or the next in order; oracle looks at every label first and pays for all of them: "
                   "a diagnostic, no policy",
        choices=("entropy", "disagreement", "max-split", "decision", "random", "next", "oracle"))
    sparing: bool = option(False, "buy no label that cannot change what most candidates would commit")
    seed: int = option(0, "drives the choice of random", minimum=0)


@word("evidence", "active", options=ActiveOptions)
def active(case: Case, candidates: Sequence[CheckedCandidate], options: ActiveOptions,
           tools: Tools) -> tuple[CheckedCandidate, ...]:
    """Buys labels of unlabelled inputs; a program then passes only if it reproduces those examples too."""
    programs = [c for c in candidates if c.on_unlabelled]
    bought: dict[int, Example] = {}
    looked_at: set[int] = set()
    for_sale = set(range(len(case.unlabelled)))
    random = Random(f"{options.seed}/active/{case.id}")
    while programs and len(bought) < options.queries:
        believed = _believed(programs, bought, tools)
        commits = [commit_of(case, checked) for checked in believed]
        left = sorted(for_sale - bought.keys())
        if options.sparing:
            left = [at for at in left if can_change(believed, commits, at)]
        if options.choose == "oracle":
            left = [at for at in left if tools.label(case, at) is not None]
            looked_at.update(left)
        if not left:
            break
        at = _most_telling(case, believed, left, tools) if options.choose == "oracle" else \
            choose(options.choose, believed, commits, left, random)
        label = tools.label(case, at)
        if label is None:
            for_sale.remove(at)
        else:
            bought[at] = label
    return tuple(_told(checked, bought, looked_at | bought.keys(), tools) for checked in candidates)


def _most_telling(case: Case, believed: Sequence[CheckedCandidate], left: Sequence[int], tools: Tools) -> int:
    """The input whose label rules out the most candidates that are still believed; ties go to the first."""
    labels = {at: label for at in left if (label := tools.label(case, at)) is not None}

    def survivors(at: int) -> int:
        return sum(_agrees(checked, {at: labels[at]}, tools) for checked in believed)

    return min(labels, key=survivors)


def _believed(programs: Sequence[CheckedCandidate], bought: dict[int, Example],
              tools: Tools) -> list[CheckedCandidate]:
    """Programs that run and agree with what is bought: those that pass the examples, or else all of them."""
    agreeing = [c for c in programs if c.on_query.ok and _agrees(c, bought, tools)]
    return [c for c in agreeing if c.passes] or agreeing


def _agrees(checked: CheckedCandidate, bought: dict[int, Example], tools: Tools) -> bool:
    return all(checked.on_unlabelled[at].ok and tools.substrate.equal(checked.on_unlabelled[at].value, example.output)
               for at, example in bought.items())


def _told(checked: CheckedCandidate, bought: dict[int, Example], paid_for: Collection[int],
          tools: Tools) -> CheckedCandidate:
    paid = tuple(Payment(key=f"label/{at}", labels=1) for at in sorted(paid_for))
    charged = replace(checked, paid=(*checked.paid, *paid), labelled=tuple(bought.values()))
    if not bought or not checked.on_unlabelled:
        return charged
    return replace(charged, passes=bool(checked.passes) and _agrees(checked, bought, tools))
