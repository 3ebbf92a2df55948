"""Two runs of one experiment have one name: wherever a person chooses, what tells them apart stands beside it."""

from __future__ import annotations

import pytest
from tests.report.browsing import opened, settle
from tests.report.test_atlas import words
from tests.report.test_browser import browser  # noqa: F401
from tests.report.test_comparing import kept, result

from checkable.__main__ import main
from checkable.report import drawings, html, sources
from checkable.report.sources import Reference

OLD, NEW = "2026-11-01T08:30:00+00:00", "2026-11-02T09:45:00+00:00"


@pytest.fixture
def reports(tmp_path):
    """Two runs of one experiment on one model, one on another, and one run of something else."""
    folder = tmp_path / "reports"
    kept(folder, result(n=4, started=OLD), result(n=5, started=NEW), result(n=6, model="small", started=OLD),
         result("specs/mbpp/words.yaml", n=4))
    return folder


def run(reports, *arguments) -> int:
    return main([*arguments, "--reports", str(reports), "--root", str(reports.parent)])


def apart(reports) -> list[str]:
    return [sources.apart(record) for record in sources.records(reports)]


def test_a_run_is_told_by_its_date_its_model_and_its_id(reports) -> None:
    record = sources.records(reports)[0]
    assert sources.apart(record) == f"2026-11-01 08:30 · qwen3.5-4b · run {record['run_id'][:8]}"
    assert len(set(apart(reports))) == 4


def test_the_page_says_it_of_namesakes_and_of_no_other(reports) -> None:
    known = sources.records(reports)
    html.write(reports / "page.html", sources.results_of(reports, known))
    told = words((reports / "page.html").read_text(encoding="utf-8"), "experiments")
    first, second, third, other = apart(reports)
    assert all(told.count(each) == 1 for each in (first, second, third))
    assert other not in told


def test_runs_to_compare_are_chosen_by_it(reports, browser) -> None:  # noqa: F811
    known = sources.records(reports)
    html.write(reports / "page.html", sources.results_of(reports, known))
    with opened(browser, reports / "page.html", "#compare") as shown:
        settle(shown)
        assert apart(reports)[1] in shown.inner_text(".comparison"), "which run is chosen, however narrow the choice"
        choices = shown.locator(".comparison label:has(b) select").first.locator("option").all_inner_texts()
    assert len(set(choices)) == 4
    assert all(any(c.endswith(each) for c in choices) for each in apart(reports)[:3])


def test_a_comparison_names_both_runs_and_says_that_there_are_more(reports, capsys) -> None:
    old = sources.records(reports)[0]
    assert run(reports, "compare", "gate@qwen3.5-4b#gate", f"{old['run_id'][:8]}#gate") == 0
    told = capsys.readouterr()
    first, second, *_ = apart(reports)
    assert first in told.out and second in told.out
    assert "gate: the newest of 2 runs, which `checkable runs gate` lists\n" in told.out


def test_the_list_of_runs_begins_with_the_newest_and_can_be_cut(reports, capsys) -> None:
    assert run(reports, "runs", "gate") == 0
    told = capsys.readouterr().out
    assert "words.yaml" not in told and told.count("specs/foofah/gate.yaml::full") == 3
    assert told.startswith("2026-11-02 09:45 · qwen3.5-4b · run ")


def test_a_list_of_no_run_says_which_there_are(reports, capsys) -> None:
    assert run(reports, "runs", "gaat.yaml") == 2
    assert "no run is called 'gaat.yaml'; there are specs/foofah/gate.yaml::full" in capsys.readouterr().err


def test_the_beginning_of_several_ids_names_none(reports) -> None:
    known = [{**record, "run_id": f"abcd{i}"} for i, record in enumerate(sources.records(reports)[:2])]
    with pytest.raises(LookupError, match="'abcd' begins the ids of several runs: .*run abcd0, .*run abcd1"):
        sources.find(Reference.of("abcd"), known)
    assert sources.find(Reference.of("abcd1"), known)["run_id"] == "abcd1"


def test_charts_of_namesakes_are_files_of_their_own(reports) -> None:
    names = [d.name for d in drawings.of_results(sources.latest(sources.records(reports)))]
    assert len(set(names)) == len(names)
    assert "specs-mbpp-words-yaml-full-reach" in names, "a name that only one has is left as it is"
    assert any(name.startswith("specs-foofah-gate-yaml-full-2026-11-01-08-30-small-run-") for name in names)
