"""Does a trained arm use the evidence that it is shown? Nothing is trained again: only what it reads is another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCase
from checkable.generate.repair_compiler import Evidence, RepairOptions, repairing
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ShownEvidenceOptions:
    evidence: Evidence = option("shuffled", "what it is shown of the evaluated cases")


def shown(learned: RepairOptions, options: ShownEvidenceOptions) -> RepairOptions:
    return replace(repairing(learned), shown=options.evidence)


@word("break", "shown-evidence", options=ShownEvidenceOptions, rewrites=shown)
def shown_evidence(cases: Sequence[CheckedCase], options: ShownEvidenceOptions,
                   context: BreakContext) -> list[CheckedCase]:
    """Show a trained repairing arm other evidence than it was trained with, as the published controls did."""
    return list(cases)
