"""Does the arm learn from what the evidence says, or would any text in its place do?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.repair_compiler import Evidence, RepairOptions, repairing
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class OtherEvidenceOptions(RetrainedOptions):
    evidence: Evidence = option("shuffled", "what it is trained with, and shown, in the place of its own")


def with_other_evidence(learned: RepairOptions, options: OtherEvidenceOptions) -> RepairOptions:
    return replace(repairing(learned), evidence=options.evidence, seeds=options.seeds)


@word("break", "other-evidence", options=OtherEvidenceOptions, learned=True, rewrites=with_other_evidence)
def other_evidence(cases: Sequence[CheckedCase], options: OtherEvidenceOptions,
                   context: BreakContext) -> list[CheckedCase]:
    """Train a repairing arm again, with other evidence beside the wrong programs."""
    return list(cases)
