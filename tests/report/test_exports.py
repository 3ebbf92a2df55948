"""Charts and tables as files: for papers, spreadsheets and data frames."""

from __future__ import annotations

import csv
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.factory import experiment
from tests.report.hostile import CORPUS, poisoned
from tests.report.ledger_factory import overview

from checkable.core.result import to_plain
from checkable.report import atlas, drawings, figure, table_files, tables
from checkable.report.view import view


def drawn(result=None):
    return list(drawings.of_result(view(result or to_plain(experiment(n=250)))))


def tables_of(folder, kind, result=None):
    rows = tables.rows(result or to_plain(experiment(n=5)), "run-1")
    return table_files.write(folder, tables.OF_RUNS, rows, kind)


def test_an_experiment_has_a_figure_of_effects_of_reach_and_of_each_cost():
    assert [d.name.removeprefix("specs-foofah-gate-yaml-full-") for d in drawn()] == [
        "effects",
        "reach",
        "tokens",
        "seconds",
    ]


def test_a_figure_has_every_number_of_its_rows_and_controls_below_a_line_of_their_own():
    root = ElementTree.fromstring(figure.svg(drawn()[0]))
    texts = [t.text for t in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.index("gate") < texts.index("Controls: one thing broken on purpose") < texts.index("shuffled-example")
    v = view(to_plain(experiment(n=250))).versus[0]
    assert f"{v.recoveries} / {v.regressions}" in texts


def test_claims_have_a_figure_with_those_that_evidence_counts_for():
    (drawing,) = drawings.of_claims(atlas.made(overview(), ()))
    assert [line.name for line in drawing.lines] == [
        "executable-gate",
        "repair-adds-passes",
        "semantic-retrieval",
        "process-control",
    ]


def test_without_cases_there_is_nothing_to_draw():
    assert drawn(to_plain(experiment(n=0, clean=False))) == []


@pytest.mark.parametrize("offset", [None, *range(len(CORPUS))])
def test_hostile_names_stay_text_in_a_figure(offset):
    for drawing in drawn(poisoned(to_plain(experiment(n=4)), offset)):
        root = ElementTree.fromstring(figure.svg(drawing))
        assert {e.tag.rpartition("}")[2] for e in root.iter()} <= {"svg", "style", "rect", "text", "line", "circle"}


def test_a_figure_becomes_png_twice_its_size():
    pytest.importorskip("resvg_py")
    text = figure.svg(drawn()[0])
    picture = figure.png(text)
    width = float(ElementTree.fromstring(text).get("width"))
    assert picture.startswith(b"\x89PNG") and int.from_bytes(picture[16:20]) == pytest.approx(2 * width, abs=2)


def test_a_figure_of_another_kind_is_refused(tmp_path):
    with pytest.raises(ValueError, match="written as .svg or .png"):
        figure.write(tmp_path / "chart.gif", drawn()[0])


@pytest.mark.parametrize("kind", table_files.FORMATS)
def test_every_format_holds_the_same_rows(tmp_path, kind):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    counts = tables_of(tmp_path, kind)
    assert counts == {"metrics": 4 * 2 * 11, "seeds": 0, "comparisons": 4, "criteria": 3, "cases": 20, "candidates": 20}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"{name}.{kind}" for name in counts)
    assert rows_in(tmp_path / f"cases.{kind}", kind) == 20


def rows_in(path, kind):
    if kind == "parquet":
        from pyarrow import parquet

        return parquet.read_table(path).num_rows
    text = path.read_text(encoding="utf-8")
    return len(list(csv.DictReader(text.splitlines()))) if kind == "csv" else len(text.splitlines())


def test_cases_say_who_committed_what_and_whether_it_is_right(tmp_path):
    result = experiment(n=5)
    tables_of(tmp_path, "jsonl", to_plain(result))
    rows = [json.loads(line) for line in (tmp_path / "cases.jsonl").read_text().splitlines()]
    expected = [(c.id, k.arm, k.candidate, k.correct, k.reached) for c in result.cases for k in c.commits]
    assert [(r["case"], r["arm"], r["candidate"], r["correct"], r["reached"]) for r in rows] == expected
    assert {r["run"] for r in rows} == {"run-1"} and {r["seed"] for r in rows} <= {0, None}


def test_an_undefined_number_is_empty_and_never_zero(tmp_path):
    tables_of(tmp_path, "csv")
    rows = list(csv.DictReader((tmp_path / "metrics.csv").open(newline="")))
    undefined = [r["value"] for r in rows if r["arm"] == "direct" and r["metric"] == "precision"]
    assert undefined == ["", ""]


def test_claims_have_a_row_for_each_contrast(tmp_path):
    table_files.write(tmp_path, (tables.CLAIMS,), tables.claim_rows(overview()), "jsonl")
    rows = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text().splitlines()]
    gate = [r for r in rows if r["claim"] == "executable-gate"]
    assert [(r["against"], r["counts"]) for r in gate][:2] == [("direct", True), ("shuffled-example", True)]
    assert [r["run"] for r in rows if r["claim"] == "old-idea"] == [None]


@given(st.text())
def test_no_cell_of_a_spreadsheet_begins_like_a_formula(text):
    cell = table_files._cell(text)
    assert not cell.startswith(table_files.FORMULA) and cell.endswith(text)


@pytest.mark.parametrize("kind", table_files.FORMATS)
@pytest.mark.parametrize("offset", [None, 11])
def test_hostile_text_is_kept_in_every_format(tmp_path, kind, offset):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    tables_of(tmp_path, kind, poisoned(to_plain(experiment(n=2)), offset))
    assert rows_in_strictly(tmp_path / f"candidates.{kind}", kind) == 8


def rows_in_strictly(path, kind):
    if kind == "csv":
        return len(list(csv.DictReader(path.open(newline="", encoding="utf-8"))))
    return len(path.read_text(encoding="utf-8").split("\n")) - 1 if kind == "jsonl" else rows_in(path, kind)
