"""Random pass at the same commit rate: does it matter which programs passed, or only how many?"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.control.context import BreakContext, treated, with_verdict
from checkable.core.candidate import CheckedCase
from checkable.vocabulary import NoOptions, word


@word("break", "visible-verdict", baseline="random")
def visible_verdict(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Deal the pass verdicts out again, at random, among the treatment candidates that ran on the held-out input."""
    runnable = [(i, c.candidate.id) for i, case in enumerate(cases) for c in case.candidates
                if treated(c, context) and c.on_query.ok]
    verdicts = {(i, c.candidate.id): bool(c.passes) for i, case in enumerate(cases) for c in case.candidates}
    dealt = [verdicts[key] for key in runnable]
    context.random.shuffle(dealt)
    after = dict(zip(runnable, dealt, strict=True))
    return [with_verdict(case, context, lambda c, i=i: after.get((i, c.candidate.id), False))
            for i, case in enumerate(cases)]
