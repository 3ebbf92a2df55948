"""Dual agreement with tests that a model wrote: many programs that pass many of the same tests.

Programs that pass exactly the same generated tests form a consensus set, whose score is the number of its
programs times the number of tests they pass: CodeT of Chen, Zhang, Nguyen, Zan, Lin, Lou and Chen (ICLR
2023, arXiv:2207.10397). It needs the evidence ``generated-tests``, which is paid for in tokens (one
prompt and up to ``max_tokens`` a sample, once a case); this word itself costs none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.behaviour import highest
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "codet", baseline="heuristic")
def codet(candidates: Sequence[CheckedCandidate], options: NoOptions, context: SelectContext) -> list[CheckedCandidate]:
    """Keep the consensus set with the most programs times generated tests passed; all where there are no tests."""
    tested = [checked for checked in candidates if checked.on_tests and checked.on_query.ok]
    alike = Counter(checked.on_tests for checked in tested)
    return highest(tested, [float(alike[c.on_tests] * sum(c.on_tests)) for c in tested]) or list(candidates)
