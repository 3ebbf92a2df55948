"""Tasks whose visible and hidden evidence disagree."""

from __future__ import annotations

from checkable.substrate.contract import LabelIssue

ISSUES = (
    LabelIssue(case="HumanEval/47", kind="broken",
               reason="the second example of its docstring says 15.0 where its tests and its reference say 8.0"),
)
