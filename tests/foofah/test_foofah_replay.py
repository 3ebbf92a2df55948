"""The recorded programs that depend on scope or on the order of sets end as recorded when they run again."""

from __future__ import annotations

import pytest

from checkable.core.candidate import Outcome
from checkable.core.execution import Program
from checkable.execute import Sandbox
from checkable.substrate.contract import WrongShape

SENSITIVE = {
    "exp0_33_3": "returns a set as a list", "exp0_44_5": "calls isinstance",
    "exp0_potters_wheel_split_fold_5": "calls isinstance", "exp0_potters_wheel_unfold_4": "loops over a set",
    "exp0_15_1": "an ordinary case", "exp0_craigslist_data_wrangler_5": "uses the preloaded re",
}


def is_right(foofah, seen, expected) -> bool:
    try:
        return seen.ok and foofah.equal(foofah.shape(seen.value), expected)
    except WrongShape:
        return False


@pytest.mark.parametrize("case_id", SENSITIVE)
def test_recorded_programs_end_as_recorded_under_the_original_namespace(foofah, data, recordings, read_lines, case_id):
    case = next(c for c in foofah.cases(foofah.options(split="published"), data).cases if c.id == case_id)
    name = recordings / "qwen35_4b_foofah_selective_program_fallback/data/candidate_records.jsonl.gz"
    row = next(row for row in read_lines(name) if row["file"] == f"{case_id}.txt")
    with Sandbox() as sandbox:
        for attempt in row["rounds"]:
            program = Program(
                source=attempt["code"], entry_point=foofah.entry_point, namespace=foofah.namespaces["original"]
            )
            example, query = sandbox.run(program, [case.examples[0].input, case.query])
            assert Outcome.INFRASTRUCTURE not in (example.outcome, query.outcome), example.error or query.error
            assert is_right(foofah, example, case.examples[0].output) == bool(attempt["visible_pass"])
            assert is_right(foofah, query, row["target_table"]) == bool(attempt["hidden_exact"])
