"""What is wrong on the command line is said before anything runs, not when the page of an hour is to be written."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from checkable.pytest_plugin.options import settings_of

ROOT = Path(__file__).parents[2]


def settings(folder: Path, **options: str):
    """The settings in force in ``folder`` with these options, written without dashes."""
    given = {"tier": "smoke", "isolation": 2, **options}
    return settings_of(SimpleNamespace(rootpath=ROOT, invocation_params=SimpleNamespace(dir=folder),
                                       getoption=lambda name: given.get(name.strip("-").replace("-", "_"))))


@pytest.mark.parametrize("option", ["report", "summary_markdown", "pool"])
def test_a_folder_is_no_file_to_write(tmp_path, option):
    said = f"--{option.replace('_', '-')}: {tmp_path} is a folder, expected a file"
    with pytest.raises(pytest.UsageError, match=said):
        settings(tmp_path, **{option: "."})


def test_a_file_is_no_folder_of_reports(tmp_path):
    (tmp_path / "taken").touch()
    with pytest.raises(pytest.UsageError, match="--reports: .*taken is a file, expected a folder"):
        settings(tmp_path, reports="taken")


@pytest.mark.parametrize("option", ["report", "summary_markdown", "pool", "reports"])
def test_nothing_is_written_below_a_file(tmp_path, option):
    (tmp_path / "taken").touch()
    with pytest.raises(pytest.UsageError, match="taken is a file, so that .*taken/x/y cannot be in it"):
        settings(tmp_path, **{option: "taken/x/y"})


def test_a_model_that_nobody_named_is_told_with_the_nearest_name(tmp_path):
    with pytest.raises(pytest.UsageError, match="--model: no model is called 'embeded': did you mean 'embedded'?"):
        settings(tmp_path, model="embeded")


def test_what_can_be_made_is_taken_relative_to_where_one_stands(tmp_path):
    (tmp_path / "old.html").touch()
    found = settings(tmp_path, report="old.html", reports="new/deep", model="http://host:1/v1#any")
    assert (found.report, found.reports) == (tmp_path / "old.html", tmp_path / "new" / "deep")
    assert found.pool == tmp_path / "new" / "deep" / "pool.sqlite" and found.model == "http://host:1/v1#any"
    assert settings(tmp_path, model="embedded").model == "embedded"
