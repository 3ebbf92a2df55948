"""What is known to be wrong with the published cases: our audit of the labels.

A broken case has an answer that no faithful program can produce. A leaking case shows its own
answer. Statistics are reported on all 250 cases ("as published") and without the broken ones
("clean", 218). Leaking cases stay in both: their labels are right.
"""

from __future__ import annotations

from checkable.substrate.contract import LabelIssue

PLACEHOLDER = "the answer is a placeholder text that says it is not available, not a table of results"
CONTRADICTION = (
    "the answer lists the figures of one row and then those of the other, where the case's own example alternates"
    " between the two rows"
)
SPURIOUS = (
    "one row of the answer repeats the account's name in a cell of its own that the rule shown elsewhere leaves out,"
    " which makes all other rows wider too"
)
SAME_TABLE = "the table to transform is the example's input, so the example shows the answer"


def _broken(task: str, records: tuple[int, ...], reason: str) -> tuple[LabelIssue, ...]:
    return tuple(LabelIssue(case=f"exp0_{task}_{n}", kind="broken", reason=reason) for n in records)


_ALL = (1, 2, 3, 4, 5)
ISSUES: tuple[LabelIssue, ...] = (
    *(issue for task in ("3", "18", "24", "28", "41") for issue in _broken(task, _ALL, PLACEHOLDER)),
    *_broken("29", _ALL, CONTRADICTION),
    *_broken("34", (1, 2), SPURIOUS),
    *(LabelIssue(case=f"exp0_{task}_3", kind="leaking", reason=SAME_TABLE) for task in ("17", "37", "44")),
)
BROKEN: frozenset[str] = frozenset(issue.case for issue in ISSUES if issue.kind == "broken")
