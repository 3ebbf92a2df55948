"""Outcomes of others come in through a mapping, and only as it says."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from checkable.ledger.documents import read_documents
from checkable.ledger.importing import import_all
from checkable.ledger.overview import overview
from checkable.ledger.reading import RECORDED, read_book
from checkable.ledger.recorded import mapping_files, read_mapping
from checkable.spec.errors import SpecErrors

ROOT = Path(__file__).resolve().parents[2]
ROWS = [{"id": f"t{i}", "kind": f"k{i % 4}", "budget": b, "ok": i < 4 * b, "pool": [{"made": "canonical", "ok": i < 9},
        {"made": "sample", "ok": False}]} for i in range(12) for b in (1, 2)]
LEDGER = {
    "programs": "memory:\n  title: M\n  charter: C\n  boundaries: [b]\n  stop_when: [s]\n",
    "claims": "more-budget:\n  statement: S\n  programs: [memory]\n  refuted_by: R\n"
              "  compares: {arm: two, base: one, smallest_effect: 0.05}\n",
}
MAPPING = """\
title: Two budgets
claims: [more-budget]
substrate: things
split: test
model: {{name: A/Model}}
made_by: somebody
made_at: "2026"
licence: CC0-1.0
address: https://example.invalid/pinned
rows: {{case: id, family: kind, where: {{budget: 1}}}}
arms:
  one: {{file: rows.jsonl, sha256: {sha}, correct: ok}}
  two: {{file: rows.jsonl, sha256: {sha}, correct: ok, reached: 'pool[].ok', where: {{budget: 2}}}}
"""


@pytest.fixture
def workspace(tmp_path):
    """A workspace whose mapping reads rows.jsonl; returns it and a function that rewrites the mapping."""
    text = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    data = tmp_path / "data" / "records"
    data.mkdir(parents=True)
    (data / "rows.jsonl.gz").write_bytes(gzip.compress(text))
    folder = tmp_path / "reports" / "ledger"
    (folder / "recorded").mkdir(parents=True)
    for name, content in LEDGER.items():
        (folder / f"{name}.yaml").write_text(content)
    digest = hashlib.sha256(text).hexdigest()

    def write(old: str = "", new: str = "") -> None:
        assert old in MAPPING.format(sha=digest)
        (folder / "recorded" / "m.yaml").write_text(MAPPING.format(sha=digest).replace(old, new))

    write()
    return tmp_path, write


def imported(root):
    return import_all(root, root / "reports", root / "data", now="2026-01-01T00:00:00+00:00")


def test_a_mapping_makes_outcomes_of_the_fields_it_names(workspace):
    root, _ = workspace
    (done,) = imported(root)
    (entry,) = read_book(root / "reports" / "ledger").entries
    one, two = entry.outcomes.arms
    assert (done.added, done.problem) == (1, "")
    assert (sum(one.correct), sum(two.correct), sum(two.reached), one.reached) == (4, 8, 9, None)
    assert entry.outcomes.families == tuple(f"k{i % 4}" for i in range(12))


def test_the_same_outcomes_are_added_once_and_a_changed_mapping_makes_the_old_ones_stale(workspace):
    root, write = workspace
    assert [imported(root)[0].added for _ in range(2)] == [1, 0]
    write("Two budgets", "One and two")
    (standing,) = overview(root, root / "reports").standings
    assert standing.stale[0].stale == ("reports/ledger/recorded/m.yaml changed: import it again",)
    assert imported(root)[0].added == 1
    (standing,) = overview(root, root / "reports").standings
    assert standing.stale == () and standing.evidence[0].source == "recorded outcomes"


def test_a_pool_that_holds_the_solution_flags_what_it_shows(workspace):
    root, write = workspace
    sha = hashlib.sha256("".join(json.dumps(row) + "\n" for row in ROWS).encode()).hexdigest()
    write("arms:", f"given_away: {{file: rows.jsonl, sha256: {sha}, source: 'pool[].made', reference: [canon]}}\narms:")
    imported(root)
    (standing,) = overview(root, root / "reports").standings
    assert standing.status == "open" and not standing.evidence[0].counts
    assert "of 48 candidates 24 are the reference solution" in standing.why


@pytest.mark.parametrize(("old", "new", "told"), [
    ("correct: ok}", "correct: okay}", "no field 'okay' of 'okay'; did you mean 'ok'?"),
    ("correct: ok}", "correct: kind}", "kind holds 'k0', which is neither true nor false"),
    (", where: {budget: 1}}", "}", "case t0 comes twice"),
    ("where: {budget: 2}", "where: {budget: 3}", "no row has"),
    ("rows: {case", "rows: {list: records, case", "'list' is for a JSON object"),
])
def test_rows_that_do_not_fit_are_a_problem_of_that_mapping_alone(workspace, old, new, told):
    root, write = workspace
    write(old, new)
    (done,) = imported(root)
    assert done.added == 0 and told in done.problem
    assert not (root / "reports" / "ledger" / RECORDED).exists()


def test_data_that_are_nowhere_to_be_had_are_said_with_the_remedy(workspace):
    root, write = workspace
    write("rows.jsonl", "other.jsonl")
    (done,) = imported(root)
    assert "other.jsonl is not on this machine" in done.problem and "--data" in done.problem


@pytest.mark.parametrize(("old", "new", "told"), [
    ("[more-budget]", "[more-budgets]", "did you mean 'more-budget'?"),
    ("correct: ok}", "of: on}", "no arm is called 'on'"),
    ("correct: ok}", "breaks: x}", "nothing says what was right"),
    ("licence", "license", "did you mean 'licence'?"),
])
def test_a_mistake_in_a_mapping_is_told_with_its_place(workspace, old, new, told):
    root, write = workspace
    write(old, new)
    with pytest.raises(SpecErrors) as caught:
        imported(root)
    assert "m.yaml:" in str(caught.value) and told in str(caught.value)


def test_the_mappings_of_this_workspace_are_in_order():
    claims = {each.id: each for each in read_documents(ROOT).claims}
    for path in mapping_files(ROOT):
        said = read_mapping(path, ROOT, claims).keys
        for name in said.claims:
            about = claims[name]
            assert about.arm in said.arms and about.base in said.arms, (path.name, name)
