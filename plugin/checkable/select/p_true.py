"""What the model itself thinks of each candidate, asked once and read off a single token.

P(True) of Kadavath et al. (arXiv:2207.05221): the share of probability on "A" of "A) right B) wrong" as
the first token of the reply. It needs the evidence ``p-true``, which is paid for: one prompt and one
token a distinct candidate. This word costs no tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.behaviour import highest
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "p-true", baseline="heuristic")
def p_true(candidates: Sequence[CheckedCandidate], options: NoOptions,
           context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidate that the model most probably calls right (evidence p-true); all where it was not asked."""
    return highest(candidates, [checked.evidence.get("p_true") for checked in candidates])
