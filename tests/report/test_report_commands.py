"""The commands that show finished runs: they read the ledger and run nothing."""

from __future__ import annotations

import pytest
from tests.report.test_comparing import kept, result

from checkable.__main__ import main


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    kept(
        folder,
        result(n=6, seed=1, started="2026-11-01T00:00:00+00:00"),
        result(n=8),
        result("specs/mbpp/words.yaml", n=5),
    )
    return folder


def run(reports, *arguments) -> int:
    return main([*arguments, "--reports", str(reports), "--root", str(reports.parent)])


def test_the_page_is_made_anew_with_the_newest_run_of_each_experiment(reports, capsys):
    assert run(reports, "report") == 0
    text = (reports / "report.html").read_text(encoding="utf-8")
    assert (
        "specs/mbpp/words.yaml::full" in text and "8 cases as published" in text and "6 cases as published" not in text
    )
    assert "report.html: 2 experiments" in capsys.readouterr().out


def test_a_comparison_is_printed_drawn_and_written_as_a_page_that_opens_on_it(reports, tmp_path, capsys):
    drawing, page = tmp_path / "c.svg", tmp_path / "c.html"
    assert run(reports, "compare", "gate#gate", "gate#direct", "--draw", str(drawing), "--html", str(page)) == 0
    told = capsys.readouterr().out
    assert "A − B" in told and "A right" in told
    assert f"{page}#compare?a=e-specs-foofah-gate-yaml-full&aa=gate&b=e-specs-foofah-gate-yaml-full&bb=direct" in told
    assert drawing.read_text().startswith("<svg") and "e-specs-foofah-gate-yaml-full" in page.read_text()


def test_result_files_are_compared_without_a_ledger(reports, capsys):
    file = next((reports / "results").glob("*words*"))
    assert run(reports.parent / "nowhere", "compare", f"{file}#gate", f"{file}#direct") == 0
    assert "of 5 cases" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", "gate", "nothing-like-it"], "no run is called 'nothing-like-it'"),
        (["compare", "gate#gat", "gate"], "has no arm 'gat'; it has direct, gate"),
        (["compare", "gate", "words", "--draw", "x.gif"], "written as .svg or .png"),
        (["export-charts", "out", "--run", "nobody"], "no run is called 'nobody'"),
        (["compare", "gone.json.gz", "gate"], "checkable: gone.json.gz: No such file or directory"),
    ],
)
def test_a_mistake_is_one_line(reports, capsys, arguments, message):
    assert run(reports, *arguments) == 2
    err = capsys.readouterr().err
    assert message in err and err.count("\n") == 1


def test_a_page_that_cannot_be_written_is_said_and_leaves_nothing_behind(reports, tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.mkdir()
    assert run(reports, "report", "--to", str(taken)) == 2
    assert capsys.readouterr().err == f"checkable: {taken}: Is a directory\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["reports", "taken"]


def test_without_a_ledger_every_command_says_so(tmp_path, capsys):
    for arguments in (["report"], ["export-tables", str(tmp_path / "t")], ["compare", "a", "b"]):
        (tmp_path / "none").mkdir(exist_ok=True)
        assert run(tmp_path / "none", *arguments) == 2
        assert "there is no ledger at" in capsys.readouterr().err


def test_tables_and_charts_are_those_of_the_newest_runs_or_of_the_named_ones(reports, tmp_path, capsys):
    assert run(reports, "export-tables", str(tmp_path / "t"), "--format", "jsonl") == 0
    assert f"{tmp_path}/t/cases.jsonl: {4 * (8 + 5)} rows" in capsys.readouterr().out
    assert run(reports, "export-charts", str(tmp_path / "c"), "--run", "words") == 0
    assert {p.name.startswith("specs-mbpp-words-yaml-full-") for p in (tmp_path / "c").iterdir()} == {True}
